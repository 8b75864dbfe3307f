using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine;

/// <summary>All that determines a run, apart from its seed: the world, its parameters and the measures taken.</summary>
/// <remarks>Immutable; vary it by <c>with</c>. Every value is plain data, so two scenarios can be compared path by path.</remarks>
/// <param name="Name">Short name, used for folders and tables; does not influence results.</param>
/// <param name="Run">Dates, tick and scale.</param>
/// <param name="World">Places, connections, posts, agencies, organisations, markets and prices.</param>
/// <param name="Commodities">What is carried, by id (<c>heroin</c>, <c>opium</c>).</param>
/// <param name="Concealments">How a consignment is hidden, by id (<c>body</c>, <c>baggage</c>, <c>vehicle</c>, <c>cargo</c>, <c>group-on-foot</c>).</param>
/// <param name="Hauls">Main means of transport, by id (<c>air</c>, <c>rail</c>, <c>car</c>, <c>lorry</c>).</param>
/// <param name="Fleet">Traffickers and their cycle of trips.</param>
/// <param name="Dispatch">How readiness to leave answers margin and risk.</param>
/// <param name="Cost">What a trip costs.</param>
/// <param name="Risk">How a perceived loss weighs in route choice.</param>
/// <param name="Learning">How losses and news become beliefs.</param>
/// <param name="Market">Prices and destination choice.</param>
/// <param name="Supply">Harvest, stock and farm gate.</param>
/// <param name="Control">Level of control by country (ISO alpha-3).</param>
/// <param name="Inspection">How checkpoints and interior posts search.</param>
/// <param name="Vigilance">How searchers' attention answers what they find.</param>
/// <param name="Patrols">How green-border patrols cover their sector, by country.</param>
/// <param name="Bribe">How officers are bribed and protection is bought.</param>
/// <param name="Training">How skill grows and fades.</param>
/// <param name="Security">What militants take, how strong they are and what their incidents do.</param>
/// <param name="Diplomacy">How relations move and when a host consents.</param>
/// <param name="Reporting">What countries publish of their seizures, by country (ISO alpha-3); a country that is not named publishes all at once.</param>
/// <param name="Budgets">What sponsors can spend, by sponsor; one that is not named is not limited.</param>
/// <param name="Measures">Measures by id; the order of application is the ordinal order of the ids.</param>
public sealed record Scenario(
    string Name,
    RunSettings Run,
    World World,
    IReadOnlyDictionary<string, Commodity> Commodities,
    IReadOnlyDictionary<string, Concealment> Concealments,
    IReadOnlyDictionary<string, Haul> Hauls,
    FleetParameters Fleet,
    DispatchParameters Dispatch,
    CostParameters Cost,
    RiskParameters Risk,
    LearningParameters Learning,
    MarketParameters Market,
    SupplyParameters Supply,
    IReadOnlyDictionary<string, ControlLevel> Control,
    InspectionParameters Inspection,
    VigilanceParameters Vigilance,
    IReadOnlyDictionary<string, PatrolParameters> Patrols,
    BribeParameters Bribe,
    TrainingParameters Training,
    SecurityParameters Security,
    DiplomacyParameters Diplomacy,
    IReadOnlyDictionary<string, ReportingParameters> Reporting,
    IReadOnlyDictionary<string, Budget> Budgets,
    IReadOnlyDictionary<string, IMeasure> Measures)
{
    /// <summary>Every reason why this scenario cannot run, each with the path of the value at fault; empty when it can.</summary>
    public IReadOnlyList<Problem> Problems() => ScenarioProblems.Find(this);
}
