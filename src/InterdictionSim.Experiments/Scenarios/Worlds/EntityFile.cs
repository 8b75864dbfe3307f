using System.Text.Json;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Reads entities by id from a world file such as <c>{"posts": {"XB_SHERKHAN.TJK": {…}}}</c>.</summary>
internal sealed class EntityFile(Faults faults)
{
    private readonly ShapeCheck check = new(faults);

    /// <summary>The entities under a key, in the ordinal order of their ids; the id becomes the record's first parameter.</summary>
    public IReadOnlyList<T> Read<T>(Element root, string collection)
        where T : class => Read<T>(root, collection, static (entity, id) => entity.Imply("id", id));

    /// <summary>The same for entities whose key says something else.</summary>
    public IReadOnlyList<T> Read<T>(Element root, string collection, Action<Element, string> imply)
        where T : class
    {
        var shape = Shapes.OfWorldRecord<T>();
        return [.. Entries(root, collection).Select(e => Bind<T>(shape, e.Value, $"/world/{collection}/{e.Name}", entity => imply(entity, e.Name))).OfType<T>()];
    }

    /// <summary>Prices stand by place, then by commodity.</summary>
    public IReadOnlyList<T> ReadNested<T>(Element root, string collection, string outer, string inner)
        where T : class
    {
        var shape = Shapes.OfWorldRecord<T>();
        return
        [
            .. Entries(root, collection).SelectMany(o => Entries(o.Value, $"/world/{collection}/{o.Name}").Select(i =>
                Bind<T>(shape, i.Value, $"/world/{collection}/{o.Name}/{i.Name}", entity =>
                {
                    entity.Imply(outer, o.Name);
                    entity.Imply(inner, i.Name);
                }))).OfType<T>(),
        ];
    }

    private T? Bind<T>(Fields shape, Element entity, string path, Action<Element> imply)
        where T : class
    {
        if (entity.IsObject)
            imply(entity);
        check.Check(shape, entity, path);
        return new RecordBinder(faults).Bind<T>(shape, entity, path);
    }

    private IEnumerable<Member> Entries(Element root, string collection)
    {
        if (root.IsFaulty)
            return [];
        var entities = collection.StartsWith('/') ? root : root[collection];
        if (entities is { IsObject: true })
            return entities.Members.OrderBy(m => m.Name, StringComparer.Ordinal);
        faults.Add((entities ?? root).Position, $"/{collection.TrimStart('/')}", entities is null ? "is missing; expected an object" : $"expected an object, found {entities.Found}");
        return [];
    }
}
