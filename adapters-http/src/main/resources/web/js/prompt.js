// The prompt: places for the guest's words, and a language model that translates or improves it.
import { announce, ask, text } from './core.js';

function put(field, words) {
  field.focus();
  field.setRangeText(words, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function replace(field, words) {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function rewrite(tools, task) {
  const field = document.getElementById(tools.dataset.rewrites);
  const said = tools.querySelector('[data-rewrite-words]');
  if (!field.value.trim()) {
    said.textContent = text('slot.js.promptEmpty');
    field.focus();
    return;
  }
  const buttons = tools.querySelectorAll('[data-rewrite]');
  buttons.forEach(button => { button.disabled = true; });
  said.textContent = text('slot.js.rewriting');
  try {
    const response = await ask('/api/prompts/rewrite', { method: 'POST', json: { task, prompt: field.value } });
    const { prompt } = await response.json();
    if (prompt === field.value) {
      said.textContent = text('slot.js.unchanged');
      return;
    }
    tools.dataset.before = field.value;
    tools.querySelector('[data-rewrite-undo]').hidden = false;
    replace(field, prompt);
    said.textContent = text('slot.js.rewritten');
  } catch (refusal) {
    said.textContent = refusal.words ?? String(refusal);
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
}

function undo(tools) {
  const field = document.getElementById(tools.dataset.rewrites);
  replace(field, tools.dataset.before);
  tools.querySelector('[data-rewrite-undo]').hidden = true;
  tools.querySelector('[data-rewrite-words]').textContent = '';
  announce(text('slot.js.restored'));
  field.focus();
}

document.addEventListener('click', event => {
  const place = event.target.closest('[data-insert]');
  if (place) put(document.getElementById(place.closest('[data-places]').dataset.places), place.dataset.insert);
  const task = event.target.closest('[data-rewrite]');
  if (task) rewrite(task.closest('[data-rewrites]'), task.dataset.rewrite);
  const back = event.target.closest('[data-rewrite-undo]');
  if (back) undo(back.closest('[data-rewrites]'));
});
