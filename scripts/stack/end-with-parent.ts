/** Loaded into a child (`node --import`): should the launcher vanish without a word, the child ends as on Ctrl+C. */
process.on('disconnect', () => process.kill(process.pid, 'SIGINT'));
process.channel?.unref();
