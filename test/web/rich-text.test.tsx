// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RichText } from '../../web/components/chat/room/message-list/text/rich-text.tsx';
import { inTurn } from '../../web/markdown/turns.ts';

afterEach(cleanup);
/** A turn of its own for each: what is read late is another test's subject. */
beforeEach(() => new Promise((resolve) => setTimeout(resolve)));

/** What is in the page of a text: its elements, without their look and without what is for screen readers alone. */
const shown = (text: string): string => {
  const { container } = render(<RichText text={text} />);
  for (const hidden of container.querySelectorAll('.visually-hidden, svg')) hidden.remove();
  for (const element of container.querySelectorAll('*')) {
    for (const look of ['class', 'rel', 'target', 'tabindex']) element.removeAttribute(look);
  }
  const [outer] = container.children;
  return (outer?.tagName === 'DIV' ? outer.innerHTML : container.innerHTML).replace('<hr>', '<hr/>');
};

const typed = (text: string): string => {
  const span = document.createElement('span');
  span.textContent = text;
  return span.outerHTML;
};

describe('reads', () => {
  it.each([
    ['words', 'hello', '<p>hello</p>'],
    ['bold', '**b** __b__', '<p><strong>b</strong> <strong>b</strong></p>'],
    ['italic', '*i* _i_', '<p><em>i</em> <em>i</em></p>'],
    ['struck out', '~~s~~', '<p><del>s</del></p>'],
    ['bold beside Japanese brackets', 'これは**「重要」**です', '<p>これは<strong>「重要」</strong>です</p>'],
    ['struck out beside Japanese brackets', 'これは~~「古い」~~です', '<p>これは<del>「古い」</del>です</p>'],
    ['all three in one', '***~~x~~***', '<p><em><strong><del>x</del></strong></em></p>'],
    ['code in a line', '`<b>` ``a`b``', '<p><code>&lt;b&gt;</code> <code>a`b</code></p>'],
    ['a line break where one was typed', 'a\nb', '<p>a<br>b</p>'],
    ['paragraphs', 'a\n\nb', '<p>a</p><p>b</p>'],
    [
      'a heading, outside of the page’s outline',
      '# a\n### b',
      '<p><strong>a</strong></p><p><strong>b</strong></p>',
    ],
    ['a quotation', '> a\n> b', '<blockquote><p>a<br>b</p></blockquote>'],
    ['a list', '- a\n- b\n  - c', '<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li></ul>'],
    [
      'a numbered list from its number',
      '3. a\n4. b',
      '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>',
    ],
    ['a line across', 'a\n\n---\n\nb', '<p>a</p><hr/><p>b</p>'],
    ['marks that are escaped', '\\*a\\*', '<p>*a*</p>'],
    [
      'a table',
      '|a|b|\n|-|:-:|\n|*c*|d|',
      '<figure aria-label="Table"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td><em>c</em></td><td>d</td></tr></tbody></table></figure>',
    ],
  ])('%s', (_, text, html) => {
    expect(shown(text)).toBe(html);
  });

  it('code in a block to the letter, with the name of its language', () => {
    render(<RichText text={'```js\nif (a < b) {\n  **c**\n}\n```'} />);
    expect(document.querySelector('pre code')?.textContent).toBe('if (a < b) {\n  **c**\n}');
    expect(screen.getByText('js')).toBeTruthy();
  });
});

describe('leaves as typed', () => {
  it.each([
    ['HTML', '<b>x</b>', '<p>&lt;b&gt;x&lt;/b&gt;</p>'],
    [
      'a block of HTML',
      '<div onclick="x">\n\n*a*\n\n</div>',
      '<p>&lt;div onclick="x"&gt;</p><p><em>a</em></p><p>&lt;/div&gt;</p>',
    ],
    [
      'a tag around markdown, which is read',
      '<p>\n*a*\n</p>',
      '<p>&lt;p&gt;<br><em>a</em><br>&lt;/p&gt;</p>',
    ],
    ['a tag with markdown in it', '<b t="*a*">', '<p>&lt;b t="<em>a</em>"&gt;</p>'],
    ['a reference that is defined', '[*a*]\n\n[*a*]: x', '<p>[<em>a</em>]</p><p>[<em>a</em>]: x</p>'],
    [
      'names and numbers of characters',
      '&amp;lt; &copy; &#106; [x](https://example.org/?a&amp;b)',
      '<p>&amp;amp;lt; &amp;copy; &amp;#106; <a href="https://example.org/?a&amp;amp;b">x<span> (example.org)</span></a></p>',
    ],
    ['a comment', '<!-- a -->', '<p>&lt;!-- a --&gt;</p>'],
    ['the definition of a link', '[a]: x "y"', '<p>[a]: x "y"</p>'],
    ['a reference', '[a][b] ![c][d]', '<p>[a][b] ![c][d]</p>'],
    ['an underlined line', 'a\n---', '<p>a</p><hr/>'],
    ['an indented line', '    a', '<p>a</p>'],
    ['ranges with tildes', '10~12時と13~15時', '<p>10~12時と13~15時</p>'],
    ['arithmetic', '2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['a name with underscores', 'snake_case_name', '<p>snake_case_name</p>'],
    ['a hash without a space', '#lobby', '<p>#lobby</p>'],
  ])('%s', (_, text, html) => {
    expect(shown(text)).toBe(html);
  });

  it.each([
    ['a heading without words', '# '],
    ['a list without words', '- '],
    ['a quotation without words', '>'],
  ])('%s: nothing that was written disappears', (_, text) => {
    expect(shown(text)).toBe(typed(text));
  });
});

describe('links', () => {
  const link = (text: string) => {
    render(<RichText text={text} />);
    return screen.getByRole('link');
  };

  it.each([
    [
      'a bare address',
      'see https://example.org/a.',
      '<p>see <a href="https://example.org/a">https://example.org/a</a>.</p>',
    ],
    [
      'an address in angle brackets',
      '<https://example.org/>',
      '<p><a href="https://example.org/">https://example.org/</a></p>',
    ],
    ['an address of a mailbox', '<a@example.org>', '<p><a href="mailto:a@example.org">a@example.org</a></p>'],
    [
      'words, and says where they lead',
      '[*here*](https://example.org/a)',
      '<p><a href="https://example.org/a"><em>here</em><span> (example.org)</span></a></p>',
    ],
    [
      'words that feign another address',
      '[https://bank.example](https://evil.example)',
      '<p><a href="https://evil.example/">https://bank.example<span> (evil.example)</span></a></p>',
    ],
    [
      'words that contain the place',
      '[evil.example.bank.example](https://evil.example)',
      '<p><a href="https://evil.example/">evil.example.bank.example<span> (evil.example)</span></a></p>',
    ],
    [
      'letters that look like others',
      'https://аpple.com',
      '<p><a href="https://xn--pple-43d.com/">https://аpple.com<span> (xn--pple-43d.com)</span></a></p>',
    ],
    [
      'nothing, by their address',
      '[](https://example.org)',
      '<p><a href="https://example.org/">https://example.org</a></p>',
    ],
    [
      'a picture, which is not loaded',
      '![a cat](https://example.org/cat.png)',
      '<p><a href="https://example.org/cat.png">a cat<span> (example.org)</span></a></p>',
    ],
    [
      'a picture without words',
      '![](https://example.org/cat.png)',
      '<p><a href="https://example.org/cat.png">https://example.org/cat.png</a></p>',
    ],
    [
      'a picture inside of a link, as its words',
      '[![a](https://a.example)](https://b.example)',
      '<p><a href="https://b.example/">a<span> (b.example)</span></a></p>',
    ],
  ])('%s', (_, text, html) => {
    expect(shown(text)).toBe(html);
  });

  it('open another tab that knows nothing of this one', () => {
    const { rel, target } = link('https://example.org') as HTMLAnchorElement;
    expect([rel, target]).toEqual(['noopener noreferrer nofollow', '_blank']);
  });

  it('of a mailbox open no tab', () => {
    expect(link('<a@example.org>').hasAttribute('target')).toBe(false);
  });

  it('say in their name where they lead, and that it is another tab', () => {
    expect(link('[here](https://example.org)').textContent).toBe('here (example.org) (opens in a new tab)');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,x)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://example.org/1)',
    '[x](/rooms/lobby)',
    '[x](//evil.example)',
    '[x](https://bank.example@evil.example)',
    '[x](https://user:secret@evil.example)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
  ])('lead nowhere, and are shown as typed: %s', (text) => {
    expect(shown(text)).toBe(`<p>${typed(text).slice('<span>'.length, -'</span>'.length)}</p>`);
  });
});

describe('while others are being read', () => {
  const busy = (): void =>
    inTurn(() => {
      const end = performance.now() + 20;
      while (performance.now() < end);
    });

  it('a text is shown as typed, and read when it is its turn', async () => {
    busy();
    const { container } = render(<RichText text="**a**" />);
    expect(container.textContent).toBe('**a**');
    await vi.waitFor(() => expect(container.querySelector('strong')?.textContent).toBe('a'));
  });

  it('a text that grows shows what was read of it before', async () => {
    const { container, rerender } = render(<RichText text="**a**" />);
    busy();
    rerender(<RichText text="**a** b" />);
    await vi.waitFor(() => expect(container.textContent).toBe('a b'));
    busy();
    rerender(<RichText text="**a** b c" />);
    expect(container.innerHTML).toContain('<strong>a</strong> b');
    await vi.waitFor(() => expect(container.textContent).toBe('a b c'));
  });
});

describe('a block of code', () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as Clipboard);
  afterEach(() => void vi.restoreAllMocks());

  it('is copied with a button, and says so politely', async () => {
    const write = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    clipboard(write);
    render(<RichText text={'```\na\n  b\n```'} />);
    expect(screen.getByRole('status').textContent).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
    expect(write).toHaveBeenCalledExactlyOnceWith('a\n  b');
  });

  it('says when it could not be copied', async () => {
    clipboard(() => Promise.reject(new Error('not allowed')));
    render(<RichText text={'```\na\n```'} />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Could not be copied'));
  });
});
