export { byGroup, compareFigures } from "./figures.ts";
export type { ComparedFigure, Figure, FigureGroup, FigureName } from "./figures.ts";
export { readFigures } from "./read.ts";
export type { FiguresRead, Logs, LogScope } from "./read.ts";
