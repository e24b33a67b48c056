// Loaded into every process that this suite starts: it ends when the one that started it does, however that ended.
// Whoever started it may be gone already.
if (!process.connected) process.exit(1);
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
