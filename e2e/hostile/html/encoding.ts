import { ofClass } from '../hostile-case.ts';

/** Bytes that mean something else to one reader than to the next. */
export const encoding = ofClass('encoding', [
  { id: 'bytes-utf7', title: 'markup in UTF-7', html: '<meta charset=utf-7><p>Visit 1</p>+ADw-script+AD4-{{pwn}}+ADw-/script+AD4-', encoding: 'latin-1', harmless: 'Visit 1', control: { immune: 'UTF-7 is no encoding of the web any more.' } },
  { id: 'bytes-utf16le', title: 'UTF-16 with a mark, declared as something else', html: '<meta charset=windows-1252><p>Visit 2 °C</p><script>{{pwn}}</script>', encoding: 'utf-16le-bom', harmless: 'Visit 2 °C', control: { harm: 'script' } },
  { id: 'bytes-utf16be', title: 'UTF-16 the other way around', html: '<p>Visit 3 µg</p><img src="{{sink}}/u.gif">', encoding: 'utf-16be-bom', harmless: 'Visit 3 µg', control: { harm: 'request' } },
  { id: 'bytes-bom', title: 'a mark at the start and others among the tags', html: '<p>Visit 4</p>\uFEFF<\uFEFFscript>x</script>\uFEFF<img src=x: onerror={{pwn}}>', encoding: 'utf-8-bom', harmless: 'Visit 4', control: { harm: 'script' } },
  { id: 'bytes-null', title: 'zero bytes in names and addresses', html: '<p>Visit 5</p><scr\0ipt>{{pwn}}</scr\0ipt><img\0 src="x:" on\0error="{{pwn}}"><img src="x:" onerror="\0{{pwn}}"><img src=x: \0 onerror={{pwn}}>', harmless: 'Visit 5', control: { harm: 'script' } },
  { id: 'bytes-iso2022', title: 'an encoding in which a quote is a shift', html: '<meta charset=iso-2022-jp><p>Visit 6</p><img alt="\x1b$B" src="x"> <a title="\x1b(B onerror={{pwn}} src=x: "></a><img src=x: onerror={{pwn}}>', encoding: 'latin-1', harmless: 'Visit 6', control: { harm: 'script' } },
  { id: 'bytes-overlong', title: 'overlong and broken UTF-8', html: '<p>Visit 7</p>\xc0\xbcscript\xc0\xbe{{pwn}}\xc0\xbc/script\xc0\xbe \xf0\x80\x80\xbcimg src=x: onerror={{pwn}}>', encoding: 'latin-1', harmless: 'Visit 7', control: { immune: 'Overlong forms are no characters.' } },
  { id: 'bytes-entities', title: 'character references without ends, with zeros and of two names', html: '<p>Visit 8</p><a href="&#0000106&#x61;&#118;ascript&Tab;:{{pwn}}">by name</a><img src=x: onerror="&#115;elf.__pwned=1,console.log(/pwned-{{id}}-/)">', harmless: 'Visit 8', act: [{ click: 'by name' }], control: { harm: 'script' } },
  { id: 'bytes-fullwidth', title: 'letters that only look like markup', html: '<p>Visit 9</p>＜script＞{{pwn}}＜/script＞ <ſcript>{{pwn}}</ſcript> <İmg src=x: onerror={{pwn}}>', harmless: 'Visit 9', control: { immune: 'Only ASCII letters make tags.' } },
]); // prettier-ignore
