//go:build !js && !wasip1 && !plan9

package repl

import (
	"bytes"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"
)

// Keys that readline does not know, or not well: they travel through it as
// characters for private use, one each, and mean something to editor.translate.
const (
	keyInsert rune = 0xF0000 + iota // text that came in one go, see keys.text
	keyPaste                        // text between the terminal's marks of a paste
	keyHome
	keyEnd
	keyDelete
	keyWordLeft
	keyWordRight
	keyKillWord
	keyKillWordBack
	keyLineBreak // a new line, whether the input is complete or not
	keyOutdent
	keyUndo
	keyYankBefore  // another text in the place of the one that Ctrl-Y has inserted
	keyOldest      // the first entry of the history
	keyNewest      // the new line
	keyAlikeBefore // the entry before that begins as the line does up to the cursor
	keyAlikeAfter
	keyUpper
	keyLower
	keyCapital
	keySwapWords
	keyHelp
	keyHistory // shows it
	keyEdit    // in the user's editor
	keyRestore // the line that was there before one of these
	keyLast
)

// Control characters.
const (
	ctrlA = 1 + iota
	ctrlB
	ctrlC
	ctrlD
	ctrlE
	ctrlF
	ctrlG
	ctrlH
	tabKey
	lineFeed
	ctrlK
	ctrlL
	enterKey
	ctrlN
	ctrlO
	ctrlP
	ctrlQ
	ctrlR
	ctrlS
	ctrlT
	ctrlU
	ctrlV
	ctrlW
	ctrlX
	ctrlY
	ctrlZ
	escapeChar
	ctrlUnderscore = 0x1f
	rubout         = 0x7f
)

// A source gives the bytes that the terminal sends.
type source interface {
	// Read waits for bytes and reads no more than len(p). errWoken: Wake was called.
	Read(p []byte) (int, error)
	// Pending says that Read would wait no longer than that.
	Pending(time.Duration) bool
	// Forget says that others may have read meanwhile.
	Forget()
	// Wake ends a Read, or the next one. Any goroutine.
	Wake()
}

var errWoken = errors.New("woken")

// keys stands between the terminal and readline. It turns what terminals send
// into one character a key, which it hands out one at a time and only while a
// line is being edited: what is typed ahead stays in the terminal, for the
// program that runs. Pasted text, and what comes faster than anybody types,
// goes in one piece.
//
// readline sees no end of the input, which it would take for the end of the
// line that was half typed: hangup is called instead.
type keys struct {
	src       source
	idle      func()       // before it waits for the user
	interrupt func()       // Ctrl-C came while busy
	hangup    func(error)  // the terminal is gone
	busy      atomic.Bool  // the VM completes a word
	patience  atomic.Int64 // how long it waits for more keys before idle, a time.Duration
	aside     atomic.Int32 // what the Ctrl-C that is on its way means: keyHelp, keyHistory or keyEdit; else 0
	newLine   atomic.Bool  // the last key was Enter, and the statement goes on

	mu    sync.Mutex
	gate  *sync.Cond
	open  bool
	gone  bool
	queue []rune
	texts []pasted

	searching bool // a search in the history takes single characters
}

// pasted is the text of a keyInsert or keyPaste.
type pasted struct {
	text    []rune
	dropped int // bytes that were no text
}

func newKeys(src source) *keys {
	k := &keys{src: src}
	k.gate = sync.NewCond(&k.mu)
	return k
}

// start lets keys through; stop keeps them in the terminal.
func (k *keys) start() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.open, k.queue, k.texts, k.searching = true, nil, nil, false
	k.newLine.Store(false)
	k.aside.Store(0)
	k.gate.Broadcast()
}

func (k *keys) stop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.open = false
}

// inject is as if the key had been pressed. Any goroutine.
func (k *keys) inject(key rune) {
	k.push(key)
	k.src.Wake()
}

// push queues a key. One that leaves the line for a while is a Ctrl-C to readline,
// which reads no further then until the next line: what comes is for others.
func (k *keys) push(key rune) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if key >= keyHelp && key <= keyEdit {
		k.aside.Store(key)
		key = ctrlC
	}
	k.queue = append(k.queue, key)
}

func (k *keys) pushText(key rune, p pasted) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.queue = append(k.queue, key)
	k.texts = append(k.texts, p)
}

// text is what came with the keyInsert or keyPaste that is being handled.
func (k *keys) text() pasted {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.texts) == 0 {
		return pasted{}
	}
	p := k.texts[0]
	k.texts = k.texts[1:]
	return p
}

// next takes a key off the queue, waiting until keys may pass.
func (k *keys) next() (key rune, ok, gone bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for !k.open && !k.gone {
		k.gate.Wait()
	}
	if k.gone {
		return 0, false, true
	}
	if len(k.queue) == 0 {
		return 0, false, false
	}
	key = k.queue[0]
	k.queue = k.queue[1:]
	return key, true, false
}

// Read gives readline one key.
func (k *keys) Read(p []byte) (int, error) {
	for {
		key, ok, gone := k.next()
		if gone {
			return 0, io.EOF
		}
		if ok {
			return utf8.EncodeRune(p[:utf8.UTFMax], key), nil
		}
		if !k.src.Pending(time.Duration(k.patience.Load())) {
			k.idle()
		}
		b, err := k.byte()
		switch {
		case err == errWoken:
		case err != nil:
			k.hangup(err)
			k.stop()
		default:
			if err := k.decode(b); err != nil && err != errWoken {
				k.hangup(err)
				k.stop()
			}
		}
	}
}

// Close ends the readers. It implements io.Closer for readline.
func (k *keys) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.gone = true
	k.gate.Broadcast()
	return nil
}

func (k *keys) byte() (byte, error) {
	var b [1]byte
	_, err := k.src.Read(b[:])
	return b[0], err
}

// decode queues the key that begins with b.
func (k *keys) decode(b byte) error {
	inBlock := k.newLine.Swap(false) && b == ' '
	switch {
	case b == escapeChar:
		k.searching = false
		return k.escape()
	case b >= ' ' && b != rubout:
		return k.printable(b, inBlock)
	case b == ctrlC && k.busy.Load():
		k.interrupt()
		return nil
	}
	switch b {
	case 0, 28, 29, 30: // readline would insert them; NUL it takes for the end
		return nil
	case ctrlQ, ctrlV, ctrlX, ctrlO, ctrlUnderscore:
		k.searching = false
		return k.control(b)
	case ctrlR, ctrlS:
		k.searching = true
	case ctrlH, rubout:
	default:
		k.searching = false
	}
	k.push(rune(b))
	return nil
}

// control queues what readline has no key for.
func (k *keys) control(b byte) error {
	switch b {
	case ctrlO:
		k.push(keyLineBreak)
		return nil
	case ctrlUnderscore:
		k.push(keyUndo)
		return nil
	}
	next, err := k.byte()
	switch {
	case err != nil:
		return err
	case b != ctrlX && next == tabKey:
		k.pushText(keyInsert, pasted{text: []rune{'\t'}})
	case b != ctrlX:
		return k.decode(next)
	case next == ctrlU:
		k.push(keyUndo)
	case next == ctrlE:
		k.push(keyEdit)
	}
	return nil
}

// runMax is how much text goes in one piece.
const runMax = 1 << 16

// printable reads a character, and those that have come with it. inBlock: it
// begins an indented line of a statement. Such a line does not end the statement
// while more text waits, so that its line break and the indented lines behind it
// are part of the run.
func (k *keys) printable(b byte, inBlock bool) error {
	var buf []byte
	line := 0 // where the last line begins in buf
	for {
		buf = append(buf, b)
		for !utf8.FullRune(buf[lastRune(buf):]) {
			c, err := k.byte()
			if err != nil {
				return err
			}
			if !utf8.RuneStart(c) || len(buf) > 1<<20 {
				buf = append(buf, c)
				continue
			}
			// not what belongs here: the character before is broken off
			k.run(buf)
			return k.decode(c)
		}
		if k.searching || !k.src.Pending(0) {
			break
		}
		var err error
		if b, err = k.byte(); err != nil {
			return err
		}
		if inBlock && (b == enterKey || b == lineFeed) && !blanks([]rune(string(buf[line:]))) && k.src.Pending(0) {
			buf = append(buf, '\n')
			line = len(buf)
			if b, err = k.byte(); err != nil {
				return err
			}
			if b != ' ' || len(buf) > runMax {
				k.run(buf)
				k.newLine.Store(true)
				return k.decode(b)
			}
		}
		if b < ' ' || b == rubout {
			k.run(buf)
			return k.decode(b)
		}
	}
	k.run(buf)
	return nil
}

// lastRune is where the last character of b begins.
func lastRune(b []byte) int {
	i := len(b) - 1
	for i > 0 && !utf8.RuneStart(b[i]) && len(b)-i < utf8.UTFMax {
		i--
	}
	return i
}

// run queues characters that have come together.
func (k *keys) run(b []byte) {
	text := []rune(string(bytes.ToValidUTF8(b, []byte("\ufffd"))))
	for i, r := range text {
		if r >= keyInsert && r <= keyLast || r >= 0x80 && r < 0xa0 {
			text[i] = utf8.RuneError
		}
	}
	if len(text) == 1 {
		k.push(text[0])
	} else {
		k.pushText(keyInsert, pasted{text: text})
	}
}

// escape reads what follows ESC.
func (k *keys) escape() error {
	b, err := k.byte()
	if err != nil {
		return err
	}
	switch b {
	case '[':
		return k.controlSequence()
	case 'O':
		if b, err = k.byte(); err == nil {
			k.cursorKey(b, "")
		}
		return err
	case escapeChar:
		return k.escape()
	}
	if key := metaKeys[b]; key != 0 {
		k.push(key)
	}
	return nil
}

// metaKeys are those with Alt, or after Esc.
var metaKeys = [256]rune{'b': keyWordLeft, 'f': keyWordRight, 'd': keyKillWord, rubout: keyKillWordBack, ctrlH: keyKillWordBack,
	enterKey: keyLineBreak, lineFeed: keyLineBreak, 'y': keyYankBefore, 'p': keyAlikeBefore, 'n': keyAlikeAfter, '<': keyOldest, '>': keyNewest,
	'u': keyUpper, 'l': keyLower, 'c': keyCapital, 't': keySwapWords}

// controlSequence reads what follows ESC [.
func (k *keys) controlSequence() error {
	var params []byte
	for {
		b, err := k.byte()
		if err != nil {
			return err
		}
		switch {
		case b == '[' && len(params) == 0: // the Linux console's function keys
			if b, err = k.byte(); err == nil && (b == 'A' || b == 'B') {
				k.push(keyHelp + rune(b-'A'))
			}
			return err
		case b >= 0x40 && b <= 0x7e:
			if b == '~' && string(params) == "200" {
				return k.paste()
			}
			k.cursorKey(b, string(params))
			return nil
		case b < ' ' || b > 0x7e || len(params) > 32: // no such sequence
			return nil
		}
		params = append(params, b)
	}
}

// cursorKey queues the key of a control sequence.
func (k *keys) cursorKey(final byte, params string) {
	byWord := false
	switch params {
	case "1;3", "1;5", "3", "5": // with Alt or Ctrl
		byWord = true
	}
	switch final {
	case 'A':
		k.push(ctrlP)
	case 'B':
		k.push(ctrlN)
	case 'C':
		if byWord {
			k.push(keyWordRight)
		} else {
			k.push(ctrlF)
		}
	case 'D':
		if byWord {
			k.push(keyWordLeft)
		} else {
			k.push(ctrlB)
		}
	case 'H':
		k.push(keyHome)
	case 'F':
		k.push(keyEnd)
	case 'M':
		k.push(enterKey)
	case 'P', 'Q': // F1, F2
		if params == "" {
			k.push(keyHelp + rune(final-'P'))
		}
	case 'Z':
		k.push(keyOutdent)
	case '~':
		if key := numberedKeys[params]; key != 0 {
			k.push(key)
		}
	}
}

// numberedKeys are those whose control sequence has a number.
var numberedKeys = map[string]rune{"1": keyHome, "7": keyHome, "4": keyEnd, "8": keyEnd, "3": keyDelete, "3;5": keyKillWord,
	"5": keyAlikeBefore, "6": keyAlikeAfter, "11": keyHelp, "12": keyHistory}

// pasteEnd is what the terminal sends behind pasted text.
var pasteEnd = []byte("\x1b[201~")

// paste reads pasted text to its end and not a byte further.
func (k *keys) paste() error {
	var text []byte
	for matched := 0; matched < len(pasteEnd); {
		buf := make([]byte, len(pasteEnd)-matched)
		n, err := k.src.Read(buf)
		if err == errWoken {
			continue
		}
		if err != nil {
			return err
		}
		text = append(text, buf[:n]...)
		for matched = min(len(pasteEnd), len(text)); !bytes.HasSuffix(text, pasteEnd[:matched]); matched-- {
		}
	}
	clean, dropped := cleanText(text[:len(text)-len(pasteEnd)])
	k.pushText(keyPaste, pasted{clean, dropped})
	return nil
}
