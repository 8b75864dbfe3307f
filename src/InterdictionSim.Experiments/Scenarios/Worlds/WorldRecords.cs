using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>A place of the data; a crossing names the countries of all its banks.</summary>
internal sealed record PlaceProperties(
    string Name,
    IReadOnlyList<string> Countries,
    PlaceKind Kind,
    double? BorderDwellDays,
    double? MinedFraction,
    double? BorderSectorKm,
    string? Unposted,
    DateOnly? Opens,
    DateOnly? Closes);

/// <summary>A link of the data between places that are not yet split into banks.</summary>
internal sealed record LinkProperties(
    string From,
    string To,
    LinkMode Mode,
    double LengthKm,
    double TravelDays,
    IReadOnlyList<int>? ClosedMonths,
    IReadOnlyList<int>? WinterMonths,
    double? WinterCapacityFactor,
    double? MinedFraction,
    double? BorderDwellDays,
    string? Bank,
    string Route,
    string? Unposted,
    DateOnly? Opens,
    DateOnly? Closes);

/// <summary>A GeoJSON feature: its id, where it lies and what is said about it.</summary>
internal sealed record Feature<T>(string Id, double LongitudeDegrees, double LatitudeDegrees, T Properties, Element Element);
