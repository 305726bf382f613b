/** The application menu: the system's standard roles, and the app's own commands, which go to the page by name. */
import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { menuTexts } from './menuTexts'

/** @param command told by name, for example `save` */
export function setMenu(language: 'en' | 'zh', command: (name: string) => void): void {
  const t = menuTexts[language]
  const own = (label: string, name: string, accelerator: string): MenuItemConstructorOptions => ({ label, accelerator, click: () => command(name) })
  // The page listens to these keys itself, in the order of its own focus; the menu shows them.
  const shown = (label: string, name: string, accelerator: string): MenuItemConstructorOptions => ({
    ...own(label, name, accelerator),
    registerAccelerator: false
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const onMac = process.platform === 'darwin'
  const appMenu: MenuItemConstructorOptions = { role: 'appMenu' }
  const template: MenuItemConstructorOptions[] = [
    ...(onMac ? [appMenu] : []),
    {
      label: t.file,
      submenu: [
        own(t.open, 'open', 'CommandOrControl+O'),
        shown(t.save, 'save', 'CommandOrControl+S'),
        own(t.saveCopy, 'saveCopy', 'CommandOrControl+Shift+S'),
        separator,
        shown(t.report, 'report', 'CommandOrControl+P'),
        separator,
        onMac ? { role: 'close', label: t.close } : { role: 'quit', label: t.quit }
      ]
    },
    {
      label: t.edit,
      submenu: [
        shown(t.undo, 'undo', 'CommandOrControl+Z'),
        shown(t.redo, 'redo', 'CommandOrControl+Shift+Z'),
        separator,
        { role: 'cut', label: t.cut },
        { role: 'copy', label: t.copy },
        { role: 'paste', label: t.paste },
        { role: 'selectAll', label: t.selectAll }
      ]
    },
    {
      label: t.view,
      submenu: [
        { role: 'resetZoom', label: t.resetZoom },
        { role: 'zoomIn', label: t.zoomIn },
        { role: 'zoomOut', label: t.zoomOut },
        separator,
        { role: 'togglefullscreen', label: t.fullScreen },
        { role: 'toggleDevTools', label: t.developerTools }
      ]
    },
    { label: t.window, submenu: [{ role: 'minimize', label: t.minimize }, ...(onMac ? [{ role: 'zoom' } as const, { role: 'front' } as const] : [])] }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
