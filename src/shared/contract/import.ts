/** `import.*`: rows from files that people already have. */
export const importContract = {} as const
