import { ofClass } from '../hostile-case.ts';

/** XHTML, comments, declarations and instructions: text to one parser, markup to the other. */
export const markup = ofClass('markup', [
  { id: 'xhtml-cdata', title: 'CDATA, which HTML has not', html: '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{{sink}}/x.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Bed 1</p><![CDATA[><img src=x: onerror={{pwn}}>]]></body></html>', harmless: 'Bed 1', control: { harm: 'script' } },
  { id: 'xhtml-cdata-svg', title: 'CDATA in a drawing, which is text there and markup behind', html: '<p>Bed 2</p><svg><![CDATA[</svg><p>]]></svg><img src=x: onerror={{pwn}}>', harmless: 'Bed 2', control: { harm: 'script' } },
  { id: 'xhtml-entity', title: 'entities of a DOCTYPE', html: '<!DOCTYPE html [<!ENTITY x SYSTEM "{{sink}}/e.xml"><!ENTITY y "<script>{{pwn}}</script>">]><html><body><p>Bed 3 &x; &y;</p></body></html>', encoding: 'utf-8-bom', harmless: 'Bed 3', control: { immune: 'HTML has no entities of its own making; the DOCTYPE ends at the first >.' } },
  { id: 'xhtml-pi', title: 'an instruction that names a sheet', html: '<p>Bed 4</p><?xml-stylesheet type="text/xsl" href="{{sink}}/s.xsl"?><?php echo 1 ?><?x ><img src=x: onerror={{pwn}}>?>', harmless: 'Bed 4', control: { harm: 'script' } },
  { id: 'comment-bang', title: 'a comment that ends with an exclamation mark', html: '<p>Bed 5</p><!-- x --!><img src=x: onerror={{pwn}}><!-- -->', harmless: 'Bed 5', control: { harm: 'script' } },
  { id: 'comment-conditional', title: 'conditional comments', html: '<p>Bed 6</p><!--[if gte mso 9]><script>{{pwn}}</script><![endif]--><![if !mso]><img src=x: onerror={{pwn}}><![endif]>', harmless: 'Bed 6', control: { harm: 'script' } },
  { id: 'comment-nested', title: 'comments in comments', html: '<p>Bed 7</p><!-- <!-- --><img src=x: onerror={{pwn}}> --><p>Bed 7 end</p>', harmless: 'Bed 7 end', control: { harm: 'script' } },
  { id: 'text-raw', title: 'raw text that ends early', html: '<p>Bed 8</p><title></title><img src=x: onerror={{pwn}}></title><textarea></textarea><img src=x: onerror={{pwn}}></textarea>', harmless: 'Bed 8', control: { harm: 'script' } },
  { id: 'text-plaintext', title: 'an element that never ends', html: '<p>Bed 9</p><img src="{{sink}}/1.gif"><plaintext><img src=x: onerror={{pwn}}>', harmless: 'Bed 9', control: { harm: 'request' } },
]); // prettier-ignore
