import { PlainText, type TextProps } from './plain-text.tsx';
import { reader } from './reader.ts';

/** What somebody wrote: as typed at first, then with its markdown. */
export const MessageText = ({ text }: TextProps) => {
  const Text = reader.value?.RichText ?? PlainText;
  return <Text text={text} />;
};
