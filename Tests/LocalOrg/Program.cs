using CrmExtensions.Local.Host;

return CommandLine.Run(args);
