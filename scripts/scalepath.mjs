#!/usr/bin/env node
/** `npx scalepath …`: installs and builds on a fresh clone (talking on stderr only), then runs the command line. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, requireNode } from './project.mjs'

requireNode()
await ensureInstalled({ quiet: true })
if (!(await ensureBuilt({ quiet: true }))) process.exit(1)
await import(pathToFileURL(inProject('out', 'main', 'cli.js')).href)
