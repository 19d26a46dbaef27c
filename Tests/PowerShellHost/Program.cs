using CrmExtensions.Tests;
using Microsoft.PowerShell;

// The options of pwsh; or one script after another, as standard input names them, which spares each the start of PowerShell.
return args is ["--serve"] ? Service.Run(Console.In, Console.Out) : ConsoleShell.Start(null, null, args);
