"""Takes content and the purpose it belongs to, gives markup that stays inert until consent."""
