/** documents.*, settings.* and plan.check of the contract. */
import type { Documents } from '../documents/documents'
import type { ApiPart } from './implementation'

export const documentsApi = (documents: Documents): ApiPart<'documents' | 'settings' | 'plan'> => ({
  'plan.check': ({ text }) => documents.check(text),
  'settings.get': () => documents.settings(),
  'settings.set': (change) => documents.changeSettings(change),
  'documents.list': () => documents.list(),
  'documents.current': () => documents.current(),
  'documents.open': (which) => documents.open(which),
  'documents.save': (what) => documents.save(what),
  'documents.remove': async ({ id }) => ({ removed: await documents.remove(id) }),
  'documents.restore': ({ id }) => documents.restore(id),
  'documents.export': ({ plan }) => documents.exportBytes(plan)
})
