// What the browser says for its user about a purpose: false refuses it, null says nothing.
// The one place for it: another signal is one more function here, asked where this one says null.
// None may accept: consent is given on this site, by the visitor.

// Global Privacy Control, where bit 2 of the purpose's flag lets it refuse.
export const signalled = (flag) => (navigator.globalPrivacyControl && flag > 1 ? false : null);
