/* The voter's page, in ES5: it must run in the WebView of Android 7 and on iOS 12.
   `me` is all it knows, `screen()` says what that looks like, `draw()` shows it.
   A vote is a wish until the server confirms it; only then the page says that it is done. */
(function () {
	'use strict';

	var NAMES = {nl: 'Nederlands', en: 'English', pl: 'Polski', tr: 'Türkçe', uk: 'Українська',
		ar: 'العربية', de: 'Deutsch', ro: 'Română'};
	var LENGTH = 4, LETTERS = 140;
	var ANSWER_MS = 5000, SILENT_MS = 20000, POLL_MS = 1500, IDLE_MS = 10000;
	var WAITS = [500, 1000, 2000, 3000];
	var BOXES = {ball: '0 0 46 46', logo: '-15 -15 30 30', done: '0 0 136 136',
		radar: '-75 -75 150 150'};
	// Keys of other keyboards, each followed by the character of a code that it looks like or is.
	var ALIKE = 'СCНHКKМMРPТTХXВB٢2٣3٤4٦6٧7٩9';

	var page = document.documentElement;
	var app = document.getElementById('app');
	var live = document.getElementById('live');
	var me = {
		lang: '', texts: {}, token: '', state: null,
		own: null,    // {round, value}: what was confirmed; it never leaves memory
		wish: null,   // {round, value, sending}: asked for, not yet confirmed
		draft: null,  // {round, values, text}: chosen on screen, not yet asked for
		changing: false, code: '', joining: false, failed: '', away: false
	};
	var keys = {}, tag, misses = 0, posts = 0, getting, heard = 0, timer, stream, streamed = 0, stale, shown, speaking;

	// -- what is kept for the next time this page opens

	function keep(name, value) {
		try { localStorage.setItem('leerradar.' + name, value); } catch (refused) { /* cookie */ }
	}

	function kept(name) {
		try { return localStorage.getItem('leerradar.' + name); } catch (refused) { return null; }
	}

	function parsed(text) {
		try { return JSON.parse(text); } catch (broken) { return null; }
	}

	// The laptop is shut soon after: nothing is missed then.
	function ended() { return me.state && me.state.phase === 'over'; }

	function now() { return new Date().getTime(); }

	// -- talking to the server

	// Calls told(status, answer, etag); status 0 when there was no answer.
	function ask(path, body, told) {
		var call = new XMLHttpRequest(), token = me.token || kept('token');
		call.open(body ? 'POST' : 'GET', path, true);
		call.timeout = ANSWER_MS;
		if (token) { call.setRequestHeader('X-Seat', token); }
		if (body) { call.setRequestHeader('Content-Type', 'application/json'); }
		if (!body && tag) { call.setRequestHeader('If-None-Match', tag); }
		call.onloadend = function () {
			told(call.status, parsed(call.responseText) || {}, call.getResponseHeader('ETag'));
		};
		call.send(body && JSON.stringify(body));
	}

	function missed(most) {
		misses += 1;
		me.away = me.away || misses >= most;
		draw();
		soon(ended() ? IDLE_MS : WAITS[Math.min(misses, WAITS.length) - 1] * (0.8 + 0.4 * Math.random()));
	}

	function reached() {
		misses = 0;
		me.away = false;
	}

	function take(state, etag) {
		var before = me.state || {};
		me.state = state;
		tag = etag;
		keep('state', JSON.stringify(state));
		if (!state.joined && before.joined) {
			me.token = '';
			keep('token', '');
			me.failed = 'not_joined';
		}
		if (state.phase !== 'vote' || state.round !== before.round) {
			if (me.wish) { me.failed = 'closed'; }
			else if (state.phase === 'vote') { me.failed = ''; }
			me.wish = me.own = me.draft = null;
			me.changing = false;
		}
		listen();
		draw();
		soon();
		if (stale) { look(); }
	}

	function look() {
		var at = posts;
		stale = getting || me.wish;
		if (stale) { return; }
		getting = true;
		ask('/api/state?lang=' + me.lang, null, function (status, answer, etag) {
			getting = false;
			if (me.wish || at !== posts) { return look(); }   // older than what is asked meanwhile
			if (status !== 200 && status !== 304) { return missed(2); }
			reached();
			if (status === 200) { take(answer, etag); } else { take(me.state, tag); }
		});
	}

	function send() {
		var wish = me.wish;
		if (wish.sending) { return; }
		wish.sending = true;
		ask('/api/vote', {round: wish.round, value: wish.value, lang: me.lang},
			function (status, answer, etag) {
				wish.sending = false;
				if (me.wish !== wish) { return; }
				if (!status || status === 429 || (status >= 500 && !answer.error)) { return missed(1); }
				posts += 1;
				reached();
				if (status === 409 && answer.state) { return take(answer.state, etag); }
				me.wish = null;
				if (status === 200) {
					me.failed = '';
					me.changing = false;
					me.own = wish;
					return take(answer, etag);
				}
				me.failed = answer.error || 'bad_request';
				draw();
				look();
			});
	}

	// What becomes this phone's token. Asked again with the same one, a code gives the same seat.
	function key() {
		var drawn = new Uint8Array(16);
		if (!keys[me.code] && window.crypto) {
			crypto.getRandomValues(drawn);
			keys[me.code] = [].map.call(drawn, function (one) {
				return (one + 256).toString(16).slice(1);
			}).join('');
		}
		return keys[me.code];
	}

	function join() {
		if (me.joining) { return; }
		me.joining = true;
		me.failed = '';
		draw();
		ask('/api/join', {code: me.code, lang: me.lang, key: key()}, function (status, answer, etag) {
			me.joining = false;
			posts += 1;
			if (status === 200) {
				reached();
				me.token = answer.token;
				me.code = '';
				keys = {};
				keep('token', me.token);
				return take(answer.state, etag);
			}
			me.failed = status ? answer.error || 'bad_request' : 'away';
			draw();
			if (!status) { look(); }                  // the seat may be ours, and only the answer lost
		});
	}

	// -- hearing of changes

	function listen() {
		var on = window.EventSource && me.state.joined && !ended();
		if (stream && (!on || stream.readyState === 2)) {
			stream.close();
			stream = null;
		}
		if (!on || stream || now() - streamed < IDLE_MS) { return; }
		streamed = now();
		stream = new EventSource('/api/events');
		stream.onmessage = function (event) {
			heard = now();
			if (event.data !== String(me.state.revision)) { look(); }
		};
		stream.onerror = function () {
			heard = 0;
			soon();
		};
	}

	// Go on by itself after a while: sooner when the events are silent.
	function soon(ms) {
		var on = me.state && me.state.joined && !ended();
		clearTimeout(timer);
		timer = setTimeout(again,
			ms || (on ? Math.max(POLL_MS, stream ? SILENT_MS - now() + heard : 0) : IDLE_MS));
	}

	function again() {
		if (me.wish) { send(); } else if (!document.hidden) { look(); }
	}

	// -- languages

	function speak(lang) {
		var call = new XMLHttpRequest();
		me.lang = page.lang = lang;
		page.dir = lang === 'ar' ? 'rtl' : 'ltr';
		tag = '';
		posts += 1;
		call.open('GET', '/texts/' + lang + '.json', true);
		call.onload = function () {
			var texts = parsed(call.responseText);
			if (!texts || me.lang !== lang) { return; }
			me.texts = texts;
			draw();
		};
		call.send();
		look();
	}

	function choose(lang) {
		keep('lang', lang);
		speak(lang);
	}

	function wanted() {
		var told = [kept('lang')].concat(navigator.languages || navigator.language), i, code;
		for (i = 0; i < told.length; i += 1) {
			code = String(told[i]).slice(0, 2).toLowerCase();
			if (NAMES[code]) { return code; }
		}
		return 'nl';
	}

	function text(key, values) {
		return (me.texts[key] || '').replace(/\{(\w+)\}/g, function (all, name) {
			return values[name];
		});
	}

	// -- reading aloud

	function voice() {
		var all = window.speechSynthesis ? speechSynthesis.getVoices() : [], i;
		for (i = 0; i < all.length; i += 1) {
			// A voice that lives on the internet is silent here.
			if (all[i].localService !== false && all[i].lang.slice(0, 2) === me.lang) { return all[i]; }
		}
		return null;
	}

	function quiet() {
		speaking = null;
		speechSynthesis.cancel();
		draw();
	}

	function read() {
		var words = [me.state.question].concat(me.state.options.map(label));
		if (speaking) { return quiet(); }
		speaking = new SpeechSynthesisUtterance(words.join('. '));
		speaking.voice = voice();
		speaking.lang = speaking.voice.lang;
		speaking.onend = quiet;
		speechSynthesis.speak(speaking);
		draw();
	}

	function label(option) { return option.label; }

	// -- making elements

	// el('p.line', {...}, [...]); every text becomes a text node, so a name is never markup.
	function el(what, set, inside) {
		var parts = what.split('.'), node = document.createElement(parts.shift());
		if (parts[0]) { node.className = parts.join(' '); }
		Object.keys(set || {}).forEach(function (key) {
			if (key.slice(0, 2) === 'on') { node[key] = set[key]; }
			else if (set[key] !== null) { node.setAttribute(key, set[key]); }
		});
		[].concat(inside).forEach(function (one) {
			if (one) { node.appendChild(one.nodeType ? one : document.createTextNode(one)); }
		});
		return node;
	}

	function icon(name, look) {
		var svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		var use = document.createElementNS(svg.namespaceURI, 'use');
		svg.setAttribute('class', look || 'ic');
		svg.setAttribute('viewBox', BOXES[look] || '0 0 24 24');
		svg.setAttribute('aria-hidden', 'true');
		use.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '#' + name);
		svg.appendChild(use);
		return svg;
	}

	function span(words) { return el('span', null, words); }

	function title(words, look) { return el('h1' + (look || ''), {id: 'title', tabindex: -1}, words); }

	function line(mark, words) { return el('p.line', null, [mark && icon(mark), span(words)]); }

	function warning(words) {
		return words && el('p.err', {role: 'alert'}, [icon('warn'), span(words)]);
	}

	function trouble() {
		var key = me.failed || (me.away && 'away');
		return key && warning(text(key === 'away' ? 'offline.title' : 'error.' + key));
	}

	function button(look, inside, does) {
		return el('button.big' + look, {type: does ? 'button' : 'submit', onclick: does || null}, inside);
	}

	function badge() {
		return [el('span.grow'), me.state && me.state.practice && el('span.tag', null, text('practice'))];
	}

	function bar(reading) {
		var loud = reading && voice();
		var select = el('select', {id: 'lang', 'aria-label': text('language.pill')},
			Object.keys(NAMES).map(function (code) {
				return el('option', {value: code, lang: code}, NAMES[code]);
			}));
		select.value = me.lang;
		select.onchange = function () { choose(select.value); };
		return el('header.hd', null, [el('span.pb' + (loud ? '' : '.alone'), null, [select,
			icon('globe'), el('span.name', {'aria-hidden': true}, NAMES[me.lang]),
			el('span.code', {'aria-hidden': true}, me.lang.toUpperCase()),
			icon('down', 'ic sm'), el('i.ring')])].concat(badge(), [loud &&
			el('button.pb', {id: 'read', type: 'button', onclick: read}, [icon('sound'),
				span(text(speaking ? 'vote.read_stop' : 'vote.read'))])]));
	}

	function message(look, picture, inside, bottom, top) {
		return [top || bar(), el('main', null,
			[el('div.mid' + look, null, [picture].concat(inside)), el('div.bot', null, bottom)])];
	}

	function say(key) { return el('p', null, text(key)); }

	// -- the screens

	function joining() {
		var sign = el('button.big.pri', {type: 'submit'}), cells = [0, 1, 2, 3].map(function () {
			return el('span.cd', {'aria-hidden': true});
		});
		var input = el('input', {id: 'code', autocomplete: 'off', autocapitalize: 'characters',
			autocorrect: 'off', spellcheck: false, 'aria-label': text('join.code'),
			'aria-describedby': 'hint', value: me.code});
		function show() {
			var left = LENGTH - me.code.length, words = text('join.button');
			cells.forEach(function (cell, i) {
				cell.textContent = me.code.charAt(i);
				cell.className = 'cd' + (i === Math.min(me.code.length, LENGTH - 1) ? ' at' : '');
			});
			if (left % LENGTH) { words += ' · ' + text('join.left.' + left); }
			sign.textContent = me.joining ? text('join.sending') : words;
			sign.className = 'big pri' + (left || me.joining ? ' off' : '');
			sign.setAttribute('aria-disabled', left > 0);
		}
		input.oninput = function () {
			var code = input.value.toUpperCase().replace(/[^A-Z0-9]/g, function (one) {
				return ALIKE.charAt(ALIKE.indexOf(one) + 1).replace(/[^A-Z0-9]/, '');
			});
			me.code = code.slice(0, LENGTH);
			if (code.length > LENGTH) { input.value = me.code; }
			show();
		};
		show();
		return [el('header.hd', null, [icon('logo', 'logo'), el('b', null, 'Leerradar')].concat(badge())),
			el('main.join', null, [
				el('form', {onsubmit: function () {
					if (me.code.length < LENGTH) { input.focus(); } else { join(); }
					return false;
				}}, [title(text('join.title')), el('div.cells', null, [input].concat(cells)), trouble(),
					el('p.line.st', {id: 'hint'}, [icon('lock'), span(text('join.hint'))]), sign]),
				el('h2.tl.end', {id: 'tongue'}, [icon('globe'), span(text('language'))]),
				el('div.lgs', {role: 'group', 'aria-labelledby': 'tongue'},
					Object.keys(NAMES).map(function (code) {
						var on = code === me.lang;
						return el('div', null, el('button.lg' + (on ? '.on' : ''), {id: 'l-' + code,
							type: 'button', lang: code, 'aria-pressed': on, onclick: function () {
								choose(code);
							}}, [icon('tick'), NAMES[code]]));
					}))])];
	}

	function want(value) {
		if (me.wish) { return; }
		me.failed = '';
		me.wish = {round: me.state.round, value: value};
		draw();
		setTimeout(function () { if (me.wish) { live.textContent = text('vote.sending'); } }, 600);
		send();
	}

	function voting(inside, does, told) {
		var state = me.state, form = el('form.all', {onsubmit: function () {
			does();
			return false;
		}}, [told || el('p.head', null, me.changing ?
			state.head.split(' · ')[0] + ' · ' + text('vote.again') : state.head), title(state.question, '.ask' +
			(state.kind === 'choice' ? '.pick' : state.question.length > 70 ? '.long' : '')), trouble()
		].concat(inside, [line('lock',
			text(state.kind === 'consent' ? 'consent.secret' : 'vote.secret'))]));
		return [bar(true), el('main.vote', null, form)];
	}

	function sender() {
		return button('.pri.go' + (me.wish ? '.busy' : ''), [span(text('send')), el('i.spin')]);
	}

	function options(look, role, inside) {
		return el('div.opts' + look, {role: role, 'aria-labelledby': 'title'}, inside);
	}

	function statement(state) {
		var own = me.wish || (me.changing && me.own), all = state.options.map(function (one) {
			var skip = one.value === 'skip', mine = own && own.value === one.value;
			return el('button.v' + (skip ? '.skip' : '') + (mine ? '.on' : '') +
				(mine && me.wish ? '.busy' : ''), {id: 'v-' + one.value, type: 'button',
				'aria-pressed': own ? mine : null, onclick: function () { want(one.value); }},
			[icon(skip ? 'skip' : 'ball' + one.value, 'ball'), el('span.x', null, one.label),
				!skip && el('span.n', null, String(one.value)), el('i.spin')]);
		});
		return voting([options('.five', 'group', all.slice(0, -1)), el('div.end'),
			all[all.length - 1]]);
	}

	// One card to tick or pick; `picked` is called with its input.
	function card(type, one, inside, picked) {
		var input = el('input', {id: 'v-' + one.value, type: type, name: 'value'});
		input.checked = me.draft.values.indexOf(one.value) >= 0;
		input.onchange = function () { picked(input); };
		return el('label', null, [input, el('span.v', null, inside)]);
	}

	function choice(state) {
		var draft = me.draft = me.draft || {values: me.own ? me.own.value.slice() : []};
		var told = el('p.head', {role: 'status'}), full = el('div');
		function count() {
			told.textContent = state.head + ' · ' +
				text('choose.count', {count: draft.values.length, most: state.most});
		}
		count();
		return voting([options('.many', 'group', state.options.map(function (one) {
			return card('checkbox', one, [el('span.x', null, one.label),
				el('span.n', null, [icon('empty', 'ic empty'), icon('full', 'ic full')])],
			function (input) {
				var others = draft.values.filter(function (value) { return value !== one.value; });
				full.textContent = '';
				if (input.checked && others.length === state.most) {
					input.checked = false;
					full.appendChild(warning(text('choose.full')));
				}
				draft.values = others.concat(input.checked ? one.value : []);
				count();
			});
		})), full, el('div.end'), sender()], function () { want(draft.values.slice()); }, told);
	}

	function consent(state) {
		var own = me.own && me.own.value, sign = sender(), left = el('span'), area = el('textarea',
			{id: 'why', rows: 2, maxlength: LETTERS, 'aria-describedby': 'may', autocomplete: 'off'});
		var draft = me.draft = me.draft ||
			{values: own ? [own.answer] : [], text: own ? own.text : ''};
		function count() {
			sign.classList[draft.values.length ? 'remove' : 'add']('off');
			sign.setAttribute('aria-disabled', !draft.values.length);
			left.textContent = draft.text.length < 100 ? '' :
				text('consent.left', {count: LETTERS - draft.text.length});
		}
		area.value = draft.text;
		area.oninput = function () {
			draft.text = area.value;
			count();
		};
		count();
		return voting([options('.three', 'radiogroup', state.options.map(function (one) {
			return card('radio', one, [icon(one.value), el('span.x', null, one.label)], function () {
				draft.values = [one.value];
				count();
			});
		})), el('label.t.go', {'for': 'why'}, text('consent.text')),
		el('p.ends', null, [el('span', {id: 'may'}, text('consent.text_hint')), left]), area,
		el('div.end'), sign], function () {
			if (draft.values.length) {
				want({answer: draft.values[0], text: draft.text.trim().slice(0, LETTERS)});
			}
		});
	}

	function done(state) {
		return message('.ok', icon('done', 'done'), [title(text('voted.title')), say('voted.look')],
			[button('', [icon('pencil'), span(text('voted.again'))], function () {
				me.changing = true;
				draw();
			}), line('unseen', text('voted.hidden')), line('', text('voted.until'))],
			el('header.hd.i2.s16', null, [span(state.head.split(' · ')[0])].concat(badge())));
	}

	function away(state) {
		var open = state && state.phase === 'vote';
		return message('', el('div.disc', null, icon('cut')), [title(text('offline.title')),
			say('offline.trying'), me.wish ? say('offline.not_in') : open && (state.voted ?
				say('offline.safe') : el('p.last.i2', null, state.question))],
		[button('.pri', [icon('again'), span(text('offline.button'))], again),
			line('', text('offline.help'))]);
	}

	function waiting() {
		return message('', icon('radar', 'radar'), [title(text('wait.title')), trouble(),
			say('wait.text')], [line('wifi', text('wait.in'))]);
	}

	function over() {
		return message('', icon('done', 'done'), [title(text('over.title')), say('over.text')], []);
	}

	function screen() {
		var state = me.state;
		if (me.away && !ended() && (!state || state.phase !== 'join')) { return away; }
		if (state.phase !== 'vote') { return {join: joining, wait: waiting, over: over}[state.phase]; }
		if (state.voted && !me.changing && !me.wish && !me.failed) { return done; }
		return {statement: statement, choice: choice, consent: consent}[state.kind];
	}

	function draw() {
		var makes, place, key, id, focus, state = me.state;
		if (!me.texts.send || !(state || me.away)) { return; }
		makes = screen();
		place = [makes.name, state && state.round, me.changing].join();
		if (speaking && place !== app.getAttribute('data-place')) {
			speechSynthesis.cancel();
			speaking = null;
		}
		// What is typed or ticked but not sent is no part of it: nothing may take it away.
		key = JSON.stringify([place, me.lang, me.texts.send, me.wish && [me.wish.value], me.joining,
			me.failed, me.away, speaking && 1, voice() && 1, state && [state.question, state.options,
				state.head, state.voted, state.practice]]);
		if (key === shown) { return; }
		shown = key;
		id = document.activeElement.id;
		app.textContent = '';
		makes(state).forEach(function (node) { app.appendChild(node); });
		live.textContent = '';
		focus = document.getElementById('title');
		document.title = focus.textContent + ' · Leerradar';
		if (app.getAttribute('data-place') === place) { focus = id && document.getElementById(id); }
		else {
			window.scrollTo(0, 0);
			focus = app.getAttribute('data-place') && focus;
		}
		app.setAttribute('data-place', place);
		if (focus) { focus.focus(); }
	}

	// -- starting

	me.state = parsed(kept('state'));
	speak(wanted());
	draw();
	document.addEventListener('visibilitychange', again);
	window.addEventListener('pageshow', function (event) {
		if (event.persisted) { again(); }
	});
	window.addEventListener('online', again);
	window.addEventListener('offline', function () {
		if (me.state) { missed(1); }
	});
	if (window.speechSynthesis && speechSynthesis.addEventListener) {
		speechSynthesis.addEventListener('voiceschanged', draw);
	}
}());
