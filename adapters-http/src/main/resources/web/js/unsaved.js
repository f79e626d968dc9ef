// Whether the form differs from what is saved, and a question before that is lost.
import { text } from './core.js';

const IGNORED = /^(csrf_token|version|test\.photo.*|.*\.drawn)$/;

let saved = '';
let leaving = false;

const form = () => document.getElementById('slot-form');

function state() {
  const entries = [...new FormData(form()).entries()].filter(([name]) => !IGNORED.test(name));
  // of a switch that is on only its own value counts
  return JSON.stringify(entries.filter(([name, value]) => !(value === 'false' && entries.some(e => e[0] === name && e[1] === 'true'))).sort());
}

function isDirty() {
  return document.getElementById('slot').dataset.dirty === 'true' || state() !== saved;
}

function show() {
  const dirty = isDirty();
  document.querySelector('[data-when-unsaved]').hidden = !dirty;
  document.querySelector('[data-when-saved]').hidden = dirty;
}

function begin() {
  saved = state();
  leaving = false;
  show();
}

for (const name of ['input', 'change']) {
  document.addEventListener(name, event => {
    if (event.target.form === form()) show();
  });
}
document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.target.id === 'slot' || event.detail.elt.id === 'slot') begin();
  else show();
});
document.addEventListener('submit', event => {
  if (event.target === form() || event.target.matches('[data-leaves]')) leaving = true;
});
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.elt === form()) leaving = false;
});
addEventListener('beforeunload', event => {
  if (leaving || !isDirty()) return;
  event.preventDefault();
  // older browsers ask only if there are words
  event.returnValue = text('slot.js.leave');
});
begin();
