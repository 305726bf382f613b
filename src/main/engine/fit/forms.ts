/** The forms that can be fitted. */
import type { FitForm } from '../../../shared/contract/fit'
import type { Form } from './form'
import { chinchillaFit, powerOffsetFit, separableFit } from './powerLawForms'

export const FORMS: Record<FitForm, Form> = { chinchilla: chinchillaFit, separable: separableFit, 'power-offset': powerOffsetFit }
