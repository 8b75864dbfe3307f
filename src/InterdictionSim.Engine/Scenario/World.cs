namespace InterdictionSim.Engine;

/// <summary>The stage: all that is there before any policy.</summary>
/// <param name="Places">Places, each in one country: a border crossing of the data has become one place per bank.</param>
/// <param name="Links">Connections, each usable in both directions.</param>
/// <param name="Posts">Interdiction nodes that exist at the start.</param>
/// <param name="Agencies">Who staffs posts.</param>
/// <param name="Organisations">Who moves consignments.</param>
/// <param name="Markets">Where consignments are sold.</param>
/// <param name="Prices">Replacement value by place.</param>
/// <param name="Relations">Mean level of relations between sponsors and hosts; they start there.</param>
/// <param name="Militants">Militant groups.</param>
/// <param name="SupplyRoutes">Ways by which the foreign forces in Afghanistan are supplied.</param>
public sealed record World(
    IReadOnlyList<Place> Places,
    IReadOnlyList<Link> Links,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Market> Markets,
    IReadOnlyList<Price> Prices,
    IReadOnlyList<Relation> Relations,
    IReadOnlyList<MilitantGroup> Militants,
    IReadOnlyList<SupplyRoute> SupplyRoutes);

/// <summary>What kind of place it is, in the words of the data.</summary>
public enum PlaceKind
{
    /// <summary>Where opium grows or heroin is made.</summary>
    Source,

    /// <summary>A trading town on the way.</summary>
    Hub,

    /// <summary>A town in a transit country.</summary>
    City,

    /// <summary>One bank of an official border crossing.</summary>
    CrossingOfficial,

    /// <summary>One bank of an unofficial stretch of border.</summary>
    CrossingGreenBorder,

    /// <summary>A final market beyond the region.</summary>
    Market,
}

/// <summary>A node of the network.</summary>
/// <param name="Id">Unique id, as <c>TJK_KULYAB</c>; a bank is the crossing's id and the country, as <c>XB_SHERKHAN.TJK</c>.</param>
/// <param name="Name">What a planner calls it.</param>
/// <param name="Country">ISO alpha-3 code.</param>
/// <param name="Kind">Kind of place.</param>
/// <param name="LatitudeDegrees">Degrees north, −90 … 90.</param>
/// <param name="LongitudeDegrees">Degrees east, −180 … 180.</param>
public sealed record Place(string Id, string Name, string Country, PlaceKind Kind, double LatitudeDegrees, double LongitudeDegrees);

/// <summary>How a link is travelled.</summary>
public enum LinkMode
{
    /// <summary>Road.</summary>
    Road,

    /// <summary>Railway.</summary>
    Rail,

    /// <summary>Track over a pass or through desert.</summary>
    MountainTrack,

    /// <summary>Ford or raft.</summary>
    RiverFord,

    /// <summary>Flight.</summary>
    Air,

    /// <summary>From one bank of a border crossing to the other; open to every haul that comes by land.</summary>
    Crossing,
}

/// <summary>A connection between two places, usable in both directions.</summary>
/// <param name="Id">Unique id, as <c>E022</c>; the crossing link between two banks is the crossing's id and the countries, as <c>XB_SHERKHAN:AFG-TJK</c>.</param>
/// <param name="From">Id of one end.</param>
/// <param name="To">Id of the other end.</param>
/// <param name="Mode">How it is travelled.</param>
/// <param name="LengthKm">Length, km; 0 for a crossing link.</param>
/// <param name="TravelDays">Days under way, stops not counted.</param>
/// <param name="BorderDwellDays">Wait at the border, days; 0 inside a country.</param>
/// <param name="ClosedMonths">Months (1 … 12) in which nobody passes.</param>
/// <param name="WinterMonths">Months (1 … 12) in which only the share <paramref name="WinterCapacityFactor"/> of days is passable: one waits (1 − f)/f days on average.</param>
/// <param name="WinterCapacityFactor">Share of days passable in the winter months, 0 … 1, exclusive of 0.</param>
/// <param name="MinedFraction">Share of the front that is mined, 0 … 1.</param>
/// <param name="Opens">First day of use; null when open from the start.</param>
/// <param name="Closes">First day out of use; null when it stays open.</param>
/// <param name="Unposted">Why no post stands on this link although it crosses a border; null where one is expected.</param>
public sealed record Link(
    string Id,
    string From,
    string To,
    LinkMode Mode,
    double LengthKm,
    double TravelDays,
    double BorderDwellDays,
    IReadOnlyList<int> ClosedMonths,
    IReadOnlyList<int> WinterMonths,
    double WinterCapacityFactor,
    double MinedFraction,
    DateOnly? Opens,
    DateOnly? Closes,
    string? Unposted = null);

/// <summary>What a post does.</summary>
public enum PostKind
{
    /// <summary>Stops vehicles and searches some of them.</summary>
    Checkpoint,

    /// <summary>Walks a stretch of green border.</summary>
    Patrol,

    /// <summary>Searches where it is sent; a measure brings it.</summary>
    MobileTeam,
}

/// <summary>Which traffic a post meets.</summary>
public enum PostReach
{
    /// <summary>Traffic over the border at its place: arriving from abroad fully, leaving with the exit factor.</summary>
    Border,

    /// <summary>All traffic that arrives at its place.</summary>
    Interior,
}

/// <summary>An interdiction node.</summary>
/// <param name="Id">Unique id, as <c>XB_SHERKHAN.TJK</c>.</param>
/// <param name="Kind">Checkpoint or patrol.</param>
/// <param name="Reach">Which traffic it meets.</param>
/// <param name="Place">Id of the place where it stands.</param>
/// <param name="Agency">Id of the agency that staffs it; the agency's country owns what is seized.</param>
/// <param name="Officers">Establishment, persons.</param>
/// <param name="LegalTrafficPerDay">Legal vehicles a day, both directions, among which loads hide.</param>
/// <param name="ProcessingCapacityPerDay">Vehicles a day that can be processed; 0 for a patrol.</param>
/// <param name="Lanes">Lanes, which searches block.</param>
/// <param name="Effort">Searches against the usual ones of such a post of the country: 1 is usual.</param>
/// <param name="SectorKm">Length of border that a patrol walks, km; 0 for a checkpoint.</param>
public sealed record Post(
    string Id,
    PostKind Kind,
    PostReach Reach,
    string Place,
    string Agency,
    double Officers,
    double LegalTrafficPerDay,
    double ProcessingCapacityPerDay,
    int Lanes,
    double Effort,
    double SectorKm);

/// <summary>A service that staffs posts.</summary>
/// <param name="Id">Unique id, as <c>TJK_BORDER_GUARDS</c>.</param>
/// <param name="Name">What a planner calls it.</param>
/// <param name="Country">ISO alpha-3 code.</param>
/// <param name="PayUsdPerMonth">Pay of those who search, USD a month.</param>
/// <param name="AttritionUntrainedPerYear">Share of untrained officers who leave in a year.</param>
/// <param name="AttritionTrainedPerYear">Share of trained officers who leave in a year: others hire them.</param>
/// <param name="Staff">Persons in all, those at no post included; never less than the officers at its posts. Graduates of assignment <c>even</c> spread over all of them.</param>
public sealed record Agency(
    string Id, string Name, string Country, double PayUsdPerMonth, double AttritionUntrainedPerYear, double AttritionTrainedPerYear, double Staff = 0.0);

/// <summary>A belief pool: traffickers of one home and one haul who tell each other what they saw.</summary>
/// <param name="Id">Unique id, as <c>kunduz-lorry</c>.</param>
/// <param name="Homes">Home places with their weights; where trips begin.</param>
/// <param name="Haul">Id of the haul.</param>
/// <param name="Commodity">Id of the commodity.</param>
/// <param name="ShareOfFleet">Share of the commodity's traffickers, 0 … 1.</param>
public sealed record Organisation(string Id, IReadOnlyDictionary<string, double> Homes, string Haul, string Commodity, double ShareOfFleet);

/// <summary>A place where a commodity is sold.</summary>
/// <param name="Place">Id of the place.</param>
/// <param name="Commodity">Id of the commodity.</param>
/// <param name="Area">Market area whose price its deliveries move: a Russian district, a country.</param>
/// <param name="Group">Group whose reference quantity it shares (<see cref="MarketParameters.ReferenceTonnesPerYear"/>).</param>
/// <param name="ShareOfGroup">Share of the group's reference quantity, 0 … 1.</param>
/// <param name="HaulShares">Share of the reference kilograms by haul id; sums to 1.</param>
public sealed record Market(string Place, string Commodity, string Area, string Group, double ShareOfGroup, IReadOnlyDictionary<string, double> HaulShares);

/// <summary>Replacement value of a commodity at a place, and its price where it is sold.</summary>
/// <param name="Place">Id of the place.</param>
/// <param name="Commodity">Id of the commodity.</param>
/// <param name="UsdPerKg">USD/kg.</param>
public sealed record Price(string Place, string Commodity, double UsdPerKg);

/// <summary>An armed group that lives on the trade.</summary>
/// <param name="Id">Unique id, as <c>panj-line</c>.</param>
/// <param name="Name">What a planner calls it.</param>
/// <param name="Strength">Fighters at the start.</param>
/// <param name="ExternalRecruitsPerYear">Fighters who come whatever the funds, a year.</param>
/// <param name="FundsShare">Share of what militants receive, 0 … 1; the groups' shares sum to 1.</param>
/// <param name="Places">Places where its incidents happen, with weights; their countries are where it is at home.</param>
public sealed record MilitantGroup(
    string Id, string Name, double Strength, double ExternalRecruitsPerYear, double FundsShare, IReadOnlyDictionary<string, double> Places);

/// <summary>A way by which the foreign forces in Afghanistan are supplied.</summary>
/// <param name="Id">Unique id, as <c>ndn-hairaton</c>.</param>
/// <param name="Name">What a planner calls it.</param>
/// <param name="TeuPerWeek">Twenty-foot containers, or their equivalent by air, a week.</param>
/// <param name="ThroughPakistan">Whether it passes through Pakistan.</param>
/// <param name="Links">Ids of the links that must be open, each <c>true</c>; empty where the network has none of it.</param>
public sealed record SupplyRoute(string Id, string Name, double TeuPerWeek, bool ThroughPakistan, IReadOnlyDictionary<string, bool> Links);

/// <summary>How well a sponsor and a host get on.</summary>
/// <param name="Sponsor">ISO alpha-3 code.</param>
/// <param name="Host">ISO alpha-3 code.</param>
/// <param name="Level">0 … 1.</param>
public sealed record Relation(string Sponsor, string Host, double Level);
