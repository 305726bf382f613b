/**
 * What owned hardware costs a training run, by the two ways of Cottier et al. 2024 (arXiv:2405.21015, §2.2): the part of its value that wears off while
 * the run uses it (amortised), and the price of buying the whole cluster (purchase). Energy comes on top of both.
 */
import { HOURS_PER_YEAR } from './published'

/** A cluster that is bought, and when. */
export interface Ownership {
  /** USD of one accelerator at its purchase. */
  chipPriceUsd: number
  /** Price of a server over that of its accelerators. */
  serverOverhead: number
  /** Share of the cluster's price that its interconnect takes, below 1. */
  interconnectShare: number
  /** Orders of magnitude that the value falls in a year. */
  depreciationOomPerYear: number
  /** Years from the purchase to the start of the run, at least 0. */
  yearsBeforeStart: number
}

export interface Capital {
  chips: number
  servers: number
  interconnect: number
  total: number
}

/** Splits USD of servers with their accelerators, and adds the interconnect: s/(1 − s) of them. */
function capital(chipsAndServers: number, { serverOverhead, interconnectShare: s }: Ownership): Capital {
  const chips = chipsAndServers / serverOverhead
  const interconnect = (chipsAndServers * s) / (1 - s)
  return { chips, servers: chipsAndServers - chips, interconnect, total: chipsAndServers + interconnect }
}

/** USD of buying `accelerators` of them, with servers and interconnect, at the purchase price. */
export const purchaseUsd = (ownership: Ownership, accelerators: number): Capital =>
  capital(accelerators * ownership.chipPriceUsd * ownership.serverOverhead, ownership)

/** USD per accelerator, with its share of the server, when the run starts: the purchase price less 10^(−r) a year. */
export const valueAtStart = ({ chipPriceUsd, serverOverhead, depreciationOomPerYear: r, yearsBeforeStart }: Ownership): number =>
  chipPriceUsd * serverOverhead * 10 ** (-r * yearsBeforeStart)

/**
 * USD of value that wears off in so many accelerator-hours: value at the start · r·ln 10 per year of 8766 hours (32.2 % a year at r = 0.14), as published.
 * This is the rate at the start, held for the whole run: over a run of a year it is 17 % above the exact 1 − 10^(−r) of the value.
 */
export const amortisedUsd = (ownership: Ownership, acceleratorHours: number): Capital =>
  capital(((valueAtStart(ownership) * ownership.depreciationOomPerYear * Math.LN10) / HOURS_PER_YEAR) * acceleratorHours, ownership)
