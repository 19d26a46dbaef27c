// The options of pwsh.
return Microsoft.PowerShell.ConsoleShell.Start(null, null, args);
