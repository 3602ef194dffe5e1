/**
 * Names and characters in turns, the most usual ones. By the names of iamcal/emoji-data, as Slack has them; of several
 * names the first is the one that Slack itself uses.
 */
const table = `
smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 joy 😂
rolling_on_the_floor_laughing 🤣 slightly_smiling_face 🙂 upside_down_face 🙃 wink 😉 blush 😊 innocent 😇
smiling_face_with_3_hearts 🥰 heart_eyes 😍 star-struck 🤩 kissing_heart 😘 relaxed ☺️ yum 😋
stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 zany_face 🤪 hugging_face 🤗
face_with_hand_over_mouth 🤭 shushing_face 🤫 thinking_face 🤔 zipper_mouth_face 🤐
face_with_raised_eyebrow 🤨 neutral_face 😐 expressionless 😑 no_mouth 😶 smirk 😏 unamused 😒
face_with_rolling_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 mask 😷
face_with_thermometer 🤒 hot_face 🥵 cold_face 🥶 dizzy_face 😵 exploding_head 🤯 partying_face 🥳
sunglasses 😎 nerd_face 🤓 face_with_monocle 🧐 confused 😕 worried 😟 slightly_frowning_face 🙁
open_mouth 😮 hushed 😯 astonished 😲 flushed 😳 pleading_face 🥺 frowning 😦 anguished 😧 fearful 😨
cold_sweat 😰 disappointed_relieved 😥 cry 😢 sob 😭 scream 😱 confounded 😖 persevere 😣 disappointed 😞
sweat 😓 weary 😩 tired_face 😫 yawning_face 🥱 triumph 😤 rage 😡 angry 😠 saluting_face 🫡 melting_face 🫠
skull 💀 hankey 💩 poop 💩 clown_face 🤡 ghost 👻 alien 👽 robot_face 🤖 see_no_evil 🙈 hear_no_evil 🙉
speak_no_evil 🙊 kiss 💋 cupid 💘 sparkling_heart 💖 heartpulse 💗 heartbeat 💓 two_hearts 💕 broken_heart 💔
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤
white_heart 🤍 100 💯 anger 💢 boom 💥 dizzy 💫 sweat_drops 💦 dash 💨 bomb 💣 speech_balloon 💬
thought_balloon 💭 zzz 💤 wave 👋 hand ✋ raised_hand ✋ ok_hand 👌 pinching_hand 🤏 v ✌️ crossed_fingers 🤞
call_me_hand 🤙 point_left 👈 point_right 👉 point_up_2 👆 point_down 👇 point_up ☝️ +1 👍 thumbsup 👍 -1 👎
thumbsdown 👎 fist ✊ facepunch 👊 punch 👊 clap 👏 raised_hands 🙌 heart_hands 🫶 open_hands 👐 handshake 🤝
pray 🙏 writing_hand ✍️ muscle 💪 brain 🧠 eyes 👀 bow 🙇 man-bowing 🙇‍♂️ woman-bowing 🙇‍♀️ no_good 🙅
ok_woman 🙆 raising_hand 🙋 woman-raising-hand 🙋‍♀️ man-raising-hand 🙋‍♂️ face_palm 🤦
man-facepalming 🤦‍♂️ woman-facepalming 🤦‍♀️ shrug 🤷 man-shrugging 🤷‍♂️ woman-shrugging 🤷‍♀️
technologist 🧑‍💻 male-technologist 👨‍💻 female-technologist 👩‍💻 runner 🏃 walking 🚶 dancer 💃 dog 🐶
cat 🐱 rabbit 🐰 bear 🐻 panda_face 🐼 pig 🐷 penguin 🐧 bird 🐦 frog 🐸 turtle 🐢 whale 🐳 fish 🐟 octopus 🐙
bug 🐛 bee 🐝 cherry_blossom 🌸 rose 🌹 sunflower 🌻 tulip 🌷 seedling 🌱 maple_leaf 🍁 four_leaf_clover 🍀
apple 🍎 banana 🍌 tangerine 🍊 strawberry 🍓 peach 🍑 bread 🍞 hamburger 🍔 pizza 🍕 sushi 🍣 ramen 🍜 curry 🍛
rice 🍚 rice_ball 🍙 bento 🍱 cookie 🍪 cake 🍰 birthday 🎂 chocolate_bar 🍫 doughnut 🍩 coffee ☕ tea 🍵
sake 🍶 beer 🍺 beers 🍻 clinking_glasses 🥂 wine_glass 🍷 tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁
christmas_tree 🎄 sparkles ✨ trophy 🏆 first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉
soccer ⚽ baseball ⚾ video_game 🎮 art 🎨 musical_note 🎵 notes 🎶 microphone 🎤 headphones 🎧 car 🚗 taxi 🚕
bus 🚌 train 🚋 bullettrain_side 🚄 airplane ✈️ rocket 🚀 ship 🚢 bike 🚲 house 🏠 office 🏢 hospital 🏥
school 🏫 hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ alarm_clock ⏰ stopwatch ⏱️ calendar 📆 date 📅
spiral_calendar_pad 🗓️ sunny ☀️ cloud ☁️ umbrella ☂️ rain_cloud 🌧️ zap ⚡ snowflake ❄️ snowman ☃️
fire 🔥 star ⭐ star2 🌟 rainbow 🌈 earth_asia 🌏 globe_with_meridians 🌐 crescent_moon 🌙 computer 💻
keyboard ⌨️ iphone 📱 phone ☎️ telephone_receiver 📞 battery 🔋 bulb 💡 money_with_wings 💸 moneybag 💰
yen 💴 dollar 💵 credit_card 💳 email ✉️ envelope ✉️ incoming_envelope 📨 inbox_tray 📥 package 📦 memo 📝
pencil 📝 pencil2 ✏️ file_folder 📁 open_file_folder 📂 clipboard 📋 chart_with_upwards_trend 📈
chart_with_downwards_trend 📉 bar_chart 📊 pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 scissors ✂️
lock 🔒 unlock 🔓 key 🔑 hammer 🔨 wrench 🔧 gear ⚙️ hammer_and_wrench 🛠️ mag 🔍 mag_right 🔎 bell 🔔
no_bell 🔕 mega 📣 loudspeaker 📢 book 📖 books 📚 bookmark 🔖 label 🏷️ newspaper 📰 camera 📷 tv 📺
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ heavy_multiplication_x ✖️
question ❓ grey_question ❔ exclamation ❗ heavy_exclamation_mark ❗ bangbang ‼️ interrobang ⁉️
warning ⚠️ no_entry ⛔ no_entry_sign 🚫 o ⭕ ok 🆗 new 🆕 free 🆓 up 🆙 cool 🆒 soon 🔜 arrow_up ⬆️
arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_upper_right ↗️ arrows_counterclockwise 🔄
heavy_plus_sign ➕ heavy_minus_sign ➖ infinity ♾️ recycle ♻️ red_circle 🔴 large_orange_circle 🟠
large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 white_circle ⚪ black_circle ⚫ one 1️⃣
two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 zero 0️⃣
information_source ℹ️ jp 🇯🇵 us 🇺🇸 checkered_flag 🏁 triangular_flag_on_post 🚩 rotating_light 🚨
construction 🚧 octagonal_sign 🛑 crown 👑 gem 💎 bust_in_silhouette 👤 busts_in_silhouette 👥
crossed_flags 🎌 dango 🍡 secret ㊙️ congratulations ㊗️ beginner 🔰
`;

const words = table.trim().split(/\s+/);

/** An emoji by one of its names. */
export type Emoji = { readonly name: string; readonly emoji: string };

/** The emoji that have names here, in the order of pickers. One with several names is there several times, Slack's own name first. */
export const EMOJI: readonly Emoji[] = words.flatMap((name, i) =>
  i % 2 === 0 ? [{ name, emoji: words[i + 1] ?? '' }] : [],
);
