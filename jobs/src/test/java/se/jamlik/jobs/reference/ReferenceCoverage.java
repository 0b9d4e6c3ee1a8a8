package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which municipal tables came at all, and from which municipalities of the scope they did not. */
final class ReferenceCoverage {
  private static final List<String> MUNICIPAL = List.of("sol", "khsl", "lss", "eb", "bu");

  private final Set<String> missingTables = new TreeSet<>();
  private final Map<String, Set<String>> missingMunicipalities = new TreeMap<>();

  ReferenceCoverage(ReferenceTables.Inbox inbox, Collection<String> scope) {
    for (ReferenceTable table : ReferenceTable.all().values()) {
      if (!inbox.isDelivered(table.name())) {
        missingTables.add(table.name());
      }
    }
    for (String table : MUNICIPAL) {
      Set<String> missing = new TreeSet<>(scope);
      inbox.of(table).forEach(row -> missing.remove(row.text("kommun")));
      missingMunicipalities.put(table, missing);
    }
  }

  /** "lss not delivered" for each of these tables that is missing altogether. */
  List<String> notDelivered(Collection<String> tables) {
    Set<String> missing = new TreeSet<>(tables);
    missing.retainAll(missingTables);
    return missing.stream().map(table -> table + " not delivered").toList();
  }

  /** "sol not delivered by 2401" for each of these tables that the municipality sent no row of. */
  List<String> notDeliveredBy(String municipality, Collection<String> tables) {
    List<String> reasons = new ArrayList<>();
    for (String table : new TreeSet<>(tables)) {
      if (missingMunicipalities.getOrDefault(table, Set.of()).contains(municipality)) {
        reasons.add(table + " not delivered by " + municipality);
      }
    }
    return reasons;
  }

  /** "without 2401, 2403" when those municipalities of the scope sent no row of a table. */
  List<String> without(Collection<String> tables) {
    Set<String> missing = silent(tables);
    return missing.isEmpty() ? List.of() : List.of("without " + String.join(", ", missing));
  }

  /** The municipalities of the scope that sent no row of one of these tables. */
  Set<String> silent(Collection<String> tables) {
    Set<String> missing = new TreeSet<>();
    tables.forEach(table -> missing.addAll(missingMunicipalities.getOrDefault(table, Set.of())));
    return missing;
  }
}
