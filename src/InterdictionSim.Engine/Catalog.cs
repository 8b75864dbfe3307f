using System.Globalization;
using System.Text;

namespace InterdictionSim.Engine;

/// <summary>Finds the kinds of an extension point: every sealed class of this program that implements it, by its name in kebab case.</summary>
public static class Catalog
{
    /// <summary>Kinds of <typeparamref name="T"/> in the engine, sorted by name.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds<T>() => Kinds<T>(typeof(Catalog).Assembly);

    /// <summary>Kinds of <typeparamref name="T"/> in an assembly, sorted by name.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds<T>(System.Reflection.Assembly assembly) =>
        new SortedDictionary<string, Type>(
            assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true } && typeof(T).IsAssignableFrom(t)).ToDictionary(t => Kebab(t.Name)),
            StringComparer.Ordinal);

    /// <summary>A type's name as its kind: <c>CheckpointUpgrade</c> is <c>checkpoint-upgrade</c>.</summary>
    public static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return kebab.ToString();
    }
}
