/** Whether a key belongs to a composition of kana. The one that ends it is Enter too; Safari says so by the key code alone. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
