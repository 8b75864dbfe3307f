return InterdictionSim.Cli.CommandLine.Run(args);
