import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VNode } from 'preact';
import { Fragment } from 'preact';
import { Link } from './link.tsx';
import css from './text.module.css';

/** `source`: the whole text that they were read from. `linked`: inside of a link, where no other link can be. */
type Props = { of: readonly PhrasingContent[]; source: string; linked?: boolean };

/** Words, and a break where a line was ended. */
const Words = ({ children }: { children: string }) => (
  <>
    {children.split('\n').map((line, nth) => (
      <Fragment key={nth}>
        {nth > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
);

/** What is said within a line. What has no element here is shown as it was typed. */
export const Inlines = ({ of, source, linked = false }: Props) => (
  <>
    {of.map((node, nth) => (
      <Fragment key={nth}>{inline(node, source, linked)}</Fragment>
    ))}
  </>
);

const inline = (node: PhrasingContent, source: string, linked: boolean): VNode => {
  const typed = source.slice(node.position?.start.offset, node.position?.end.offset);
  const inside = 'children' in node && <Inlines of={node.children} source={source} linked={linked} />;
  switch (node.type) {
    case 'text':
      return <Words>{node.value}</Words>;
    case 'break':
      return <br />;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'emphasis':
      return <em>{inside}</em>;
    case 'delete':
      return <del>{inside}</del>;
    case 'inlineCode':
      return <code class={css.code}>{node.value}</code>;
    case 'link':
      if (linked) return <>{inside}</>;
      return (
        <Link to={node.url} words={toString(node)} typed={typed}>
          <Inlines of={node.children} source={source} linked />
        </Link>
      );
    case 'image':
      if (linked) return <>{node.alt}</>;
      return (
        <Link to={node.url} words={node.alt ?? ''} typed={typed} picture>
          {node.alt}
        </Link>
      );
    // These need HTML or definitions, which are not read; were they read after all, they would be words.
    case 'html':
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
      return <Words>{typed}</Words>;
  }
};
