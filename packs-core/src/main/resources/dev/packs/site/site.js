'use strict';

// Searches the list of the page, in the order that `packs:search` has: docs/finding.md. Texts of packs are read as text and shown by copying what is there.
(() => {
  const PAGE = 100;
  const MOST_WORDS = 16;
  const LONGEST_WORD = 64;
  const WHOLE_NAME = 1 << 14;
  const SAME = 4;
  const BEGINNING = 2;
  const CLOSE = 1;

  const form = document.getElementById('search');
  const input = document.getElementById('words');
  const category = document.getElementById('category');
  const status = document.getElementById('status');
  const all = document.getElementById('packs');
  const results = document.getElementById('results');
  const more = document.getElementById('more');

  const plain = text => text.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '');
  const words = text => [...new Set((plain(text).match(/[\p{L}\p{Nd}]+/gu) || []).map(word => word.slice(0, LONGEST_WORD)))];
  const joined = text => (plain(text).match(/[\p{L}\p{Nd}]+/gu) || []).join('').slice(0, 2 * LONGEST_WORD);
  const mistakes = word => word.length < 4 ? 0 : word.length < 8 ? 1 : 2;

  let packs = null;
  let found = [];

  // The list as it is searched; made when it is first needed.
  function read() {
    if (packs) {
      return packs;
    }
    const text = (item, selector) => {
      const element = item.querySelector(selector);
      return element ? element.textContent : '';
    };
    const texts = (item, selector) => [...item.querySelectorAll(selector)].map(element => element.textContent).join(' ');
    packs = [...all.children].map(item => {
      const name = text(item, '.id');
      const colon = name.indexOf(':');
      const id = name.slice(colon + 1);
      const kind = text(item, '.category');
      return {
        item,
        rank: Number(item.dataset.rank),
        category: kind,
        names: [joined(id), joined(name)],
        fields: [
          [60, words(id).concat(joined(id))],
          [50, words(text(item, 'h2'))],
          [40, words(texts(item, '.tag'))],
          [30, words(texts(item, '.keyword'))],
          [20, words(kind)],
          [10, words(text(item, '.description'))],
          [5, words(name.slice(0, colon))],
        ],
      };
    });
    return packs;
  }

  // Optimal string alignment; stops where it is more than allowed.
  function isClose(one, other, allowed) {
    if (Math.abs(one.length - other.length) > allowed) {
      return false;
    }
    let beforeLast = [];
    let last = Array.from({length: other.length + 1}, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const cost = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > allowed + 1) {
        return false;
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length] <= allowed;
  }

  // Ten thousand packs have a few thousand words, so each is looked at once.
  function closeTo(word) {
    const allowed = mistakes(word);
    const known = new Map();
    return own => {
      if (!known.has(own)) {
        known.set(own, isClose(word, own, allowed));
      }
      return known.get(own);
    };
  }

  // What the best place of a word counts; without close, typing mistakes do not.
  function best(pack, word, close) {
    let weight = 0;
    for (const [field, there] of pack.fields) {
      if (field * SAME <= weight) {
        continue;
      }
      for (const own of there) {
        const factor = own === word ? SAME : own.startsWith(word) ? BEGINNING
          : close && field * CLOSE > weight && close(own) ? CLOSE : 0;
        weight = Math.max(weight, field * factor);
      }
    }
    return weight;
  }

  function hits(asked, whole, kind, takesMistakes, required) {
    const hits = [];
    const close = asked.map(word => takesMistakes && mistakes(word) ? closeTo(word) : null);
    for (const pack of read()) {
      if (kind && pack.category !== kind) {
        continue;
      }
      let score = whole && pack.names.includes(whole) ? WHOLE_NAME : 0;
      let count = 0;
      for (let i = 0; i < asked.length; i++) {
        const weight = best(pack, asked[i], close[i]);
        score += weight;
        count += weight > 0 ? 1 : 0;
      }
      if (count >= required) {
        hits.push({score, pack});
      }
    }
    return asked.length ? hits.sort((one, two) => two.score - one.score || one.pack.rank - two.pack.rank) : hits;
  }

  const count = number => number === 1 ? '1 pack' : number + ' packs';

  function search() {
    const asked = words(input.value).slice(0, MOST_WORDS);
    const kind = category.value;
    remember();
    if (!asked.length && !kind) {
      found = [];
      results.replaceChildren();
      results.hidden = more.hidden = true;
      all.hidden = false;
      status.textContent = count(all.children.length);
      return;
    }
    const whole = joined(input.value);
    let kinship = '';
    found = hits(asked, whole, kind, false, asked.length);
    if (!found.length && asked.length) {
      found = hits(asked, whole, kind, true, asked.length);
      kinship = found.length ? ' nearly so' : '';
    }
    if (!found.length && asked.length) {
      found = hits(asked, whole, kind, true, 1);
      kinship = found.length ? ' in part' : '';
    }
    status.textContent = found.length ? count(found.length) + (kinship ? ', found' + kinship : '') : 'No pack matches';
    results.replaceChildren();
    all.hidden = true;
    results.hidden = false;
    show();
  }

  function show() {
    const from = results.children.length;
    results.append(...found.slice(from, from + PAGE).map(hit => hit.pack.item.cloneNode(true)));
    more.hidden = results.children.length >= found.length;
  }

  // So that going back from a pack finds the search as it was.
  function remember() {
    const query = new URLSearchParams();
    if (input.value) {
      query.set('q', input.value);
    }
    if (category.value) {
      query.set('category', category.value);
    }
    const fragment = String(query);
    if (fragment !== location.hash.slice(1)) {
      history.replaceState(null, '', fragment ? '#' + fragment : '#');
    }
  }

  function recall() {
    const query = new URLSearchParams(location.hash.slice(1));
    if (query.has('q') || query.has('category')) {
      input.value = query.get('q') || '';
      category.value = query.get('category') || '';
      if (category.selectedIndex < 0) {
        category.value = '';
      }
      search();
    }
  }

  const links = () => [...(all.hidden ? results : all).querySelectorAll('h2 a')];

  function go(step) {
    const there = links();
    const at = there.indexOf(document.activeElement) + step;
    if (at < 0) {
      input.focus();
    } else if (at < there.length) {
      there[at].focus();
    }
  }

  let waiting = 0;

  // What was typed a moment ago counts, too.
  function now() {
    if (waiting) {
      clearTimeout(waiting);
      waiting = 0;
      search();
    }
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    const inResults = event.target instanceof HTMLAnchorElement && event.target.closest('.packs');
    if (event.key === '/' && !inField) {
      input.focus();
      input.select();
    } else if (event.key === 'ArrowDown' && (event.target === input || inResults)) {
      now();
      go(1);
    } else if (event.key === 'ArrowUp' && inResults) {
      go(-1);
    } else if (event.key === 'Enter' && event.target === input) {
      now();
      if (found.length) {
        links()[0].click();
      }
    } else if (event.key === 'Escape' && (event.target === input || inResults)) {
      input.value = '';
      category.value = '';
      search();
      input.focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(now, 60);
  });
  category.addEventListener('change', search);
  more.querySelector('button').addEventListener('click', () => {
    const first = results.children.length;
    show();
    results.children[first].querySelector('a').focus();
  });
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', recall);
  form.hidden = false;
  recall();
})();
