// The style that a script brings, for pages that forbid inline styles.
import { attempt } from "./attempt.js";

// `otherwise`: for browsers that take no sheet of a script's.
export const dress = (style, otherwise) =>
  attempt(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
  }, otherwise);
