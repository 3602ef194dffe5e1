import { words } from '../../../i18n/words.ts';

/** Which room, and which channel of which workspace, by their ids; `room`, `team` and `channel` of a form. */
export const PlaceFields = () => {
  const say = words.value.operate;
  return (
    <>
      <label>
        <span>{say.room}</span>
        <input name="room" required pattern="[A-Za-z0-9]{1,40}" autocomplete="off" />
      </label>
      <label>
        <span>{say.team}</span>
        <input name="team" required pattern="[A-Z0-9]{2,40}" placeholder="T…" autocomplete="off" />
      </label>
      <label>
        <span>{say.channel}</span>
        <input name="channel" required pattern="[A-Z0-9]{2,40}" placeholder="C…" autocomplete="off" />
      </label>
    </>
  );
};
