/** The reader's language and the texts in it. Set from the settings; parts read it and are drawn anew when it changes. */
import { messages, type Language, type Messages } from '../../../shared/text/messages'

class Reader {
  language = $state<Language>('en')
  text: Messages = $derived(messages[this.language])
}

export const reader = new Reader()

/** The language of this computer, for the setting "system". */
export const systemLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')
