package [(${package})];

/** [(${choice.description})]. */
public enum [(${choice.name})] {
[# th:each="value, status : ${choice.values}"]
    [(${value})][(${status.last ? '' : ','})]
[/]
}
