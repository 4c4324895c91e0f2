using Medway.LocalOffer.Benchmarks;

const string Usage = """
    search [--records N] [--seconds S]   uncached searches: N services (2000), 200 committed queries, 8 connections
    pages [--seconds S]                  cached pages beside a static file of the same host
    start                                published start to first page
    messages [--records N]               N messages (2000) to the demo families into the sink, three times
    import [--records N]                 a file of N services (100000) into a fresh instance, by the published command line
    ehcp [--records N]                   N open EHC records (10000) with 60 messages each: the family's pages, an officer's list, every clock
    pack [--records N]                   the pack of a board and every number of the plan over N EHC records (10000), twice
    cap [--records N]                    what the cap on ranked matches does to the first ten results
    """;

var options = Options.Read(args);
if (options is null)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

return options.Name switch
{
    "search" => await SearchBench.RunAsync(options),
    "pages" => await PagesBench.RunAsync(options),
    "start" => await StartBench.RunAsync(),
    "messages" => await MessagesBench.RunAsync(options),
    "ehcp" => await EhcpBench.RunAsync(options),
    "pack" => await PackBench.RunAsync(options),
    "import" => await ImportBench.RunAsync(options),
    _ => await CapBench.RunAsync(options),
};
