package se.jamlik.pipeline.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.jamlik.pipeline.protect.Attacker.Bounds;
import se.jamlik.pipeline.protect.PublishedNight.Place;

/**
 * Linear programming over everything that a night has published: the least and the most that a
 * count can be when every number is at most as far from the truth as the table lets it, and every
 * whole is the sum of its parts.
 */
final class LinearAttack {
  private static final double ACCURACY = 1e-6;

  private final Map<Place, Bounds> bounds = new HashMap<>();
  private final List<Equation> equations;

  LinearAttack(PublishedNight night, Attacker attacker) {
    this.equations =
        Stream.concat(Equation.among(night).stream(), Equation.ofOverlappingAges().stream())
            .toList();
    for (Equation equation : equations) {
      equation.places().forEach(place -> bounds.computeIfAbsent(place, attacker::bounds));
    }
  }

  /** Tells of a place what all tables together leave possible. */
  Bounds bounds(Place place) {
    long least = (long) Math.ceil(solve(place, 1) - ACCURACY);
    long most = (long) Math.floor(solve(place, -1) + ACCURACY);
    return new Bounds(least, most);
  }

  private double solve(Place place, int direction) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<Place, Variable> variables = new HashMap<>();
    bounds.forEach(
        (each, of) ->
            variables.put(
                each, model.newVariable(each.toString()).lower(of.least()).upper(of.most())));
    for (int i = 0; i < equations.size(); i++) {
      Expression sum = model.newExpression("equation " + i).level(0);
      sum.set(variables.get(equations.get(i).whole()), -1);
      equations.get(i).parts().forEach(part -> sum.set(variables.get(part), 1));
    }
    variables.get(place).weight(direction);
    Optimisation.Result result = model.minimise();
    if (!result.getState().isOptimal()) {
      throw new IllegalStateException("No solution: " + result.getState());
    }
    return direction * result.getValue();
  }
}
