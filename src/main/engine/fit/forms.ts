/** The forms that can be fitted. */
import type { FitForm } from '../../../shared/contract/fit'
import type { Form } from './form'
import { kaplanFit } from './kaplanForm'
import { chinchillaFit, powerOffsetFit, separableFit } from './powerLawForms'

export const FORMS: Record<FitForm, Form> = { chinchilla: chinchillaFit, 'kaplan-nd': kaplanFit, separable: separableFit, 'power-offset': powerOffsetFit }
