export * from "./data/index.js";
export * from "./figures/index.js";
export * from "./math/index.js";
export * from "./network/index.js";
export * from "./tex/index.js";
