// Loaded into every process that this suite starts: it ends when the one that started it does, however that ended.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
