/** The version of the product: that of package.json, which not every process can read. */
export const VERSION = "0.1.0";
