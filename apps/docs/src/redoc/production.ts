/** Imported before React: its development build, which is the default, renders several times slower. */
process.env['NODE_ENV'] = 'production';
