// Fields of the form: counters, sliders, colours, keys, and where the focus goes after a swap.
import { announce, text, toast } from './core.js';

const NEAR = 0.9;

function count(field) {
  const counter = document.querySelector(`[data-count="${field.id}"]`);
  if (!counter) return;
  const most = Number(field.dataset.longest);
  const length = [...field.value].length;
  counter.textContent = text('slot.js.count', length, most);
  counter.classList.toggle('over', length > most);
  const stage = length > most ? 'over' : length >= most * NEAR ? 'near' : '';
  if (stage && stage !== field.dataset.stage) {
    announce(stage === 'over' ? text('slot.js.countOver', length - most) : text('slot.js.countNear', most - length));
  }
  field.dataset.stage = stage;
}

function onInput(event) {
  const field = event.target;
  if (field.dataset?.longest) count(field);
  if (field.dataset?.slider || field.dataset?.colour) {
    const typed = document.getElementById(field.dataset.slider ?? field.dataset.colour);
    typed.value = field.value;
    typed.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  if (!field.id) return;
  const twin = document.querySelector(`[data-slider="${field.id}"], [data-colour="${field.id}"]`);
  if (twin && field.value) twin.value = field.value.replace(',', '.');
}

function show(root) {
  root.querySelectorAll('[data-slider], [data-colour], [data-places], [data-rewrites]').forEach(part => { part.hidden = false; });
  const focus = root.querySelector('[data-takes-focus]');
  if (focus) {
    focus.focus();
    focus.scrollIntoView({ block: 'start' });
  }
}

/** Opens whatever a field is hidden in, so that a link to it leads somewhere. */
export function toField(id) {
  const field = document.getElementById(id);
  if (!field) return;
  for (let box = field.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
  const zone = field.closest('[data-zone]')?.querySelector('[data-zone-switch]');
  if (zone) zone.checked = true;
  field.focus();
  field.scrollIntoView({ block: 'center' });
}

/** The soft glow around the form when something begins or is done. */
export function pulse() {
  const form = document.getElementById('slot-form');
  form.classList.remove('pulse');
  void form.offsetWidth;
  form.classList.add('pulse');
}

document.addEventListener('input', onInput);
document.addEventListener('click', event => {
  const link = event.target.closest('[data-to-field]');
  if (!link) return;
  event.preventDefault();
  toField(link.hash.slice(1));
});
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  document.getElementById('slot-form')?.requestSubmit(document.getElementById('slot-save'));
});
document.addEventListener('slot-saved', () => {
  toast(text('slot.js.saved'));
  pulse();
});
document.addEventListener('htmx:afterSettle', event => {
  const root = event.detail.target.isConnected ? event.detail.target : document.getElementById(event.detail.target.id);
  if (!root) return;
  show(root);
  if (document.activeElement === document.body && root.id === 'slot') document.getElementById('slot-title').focus();
});
show(document);
