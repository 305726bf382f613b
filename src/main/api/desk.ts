/** desk.* of the contract. */
import type { Desk } from '../documents/desk'
import type { ApiPart } from './implementation'

export const deskApi = (desk: Desk): ApiPart<'desk'> => ({
  'desk.get': ({ name }) => desk.get(name),
  'desk.set': ({ name, state }) => desk.set(name, state)
})
