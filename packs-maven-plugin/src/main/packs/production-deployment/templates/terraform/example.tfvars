context     = "production"
environment = "production"
[# th:unless="${database == 'h2'}"]

# The password is not written here: TF_VAR_database_password
database_url      = "jdbc:[(${database == 'postgres' ? 'postgresql://db.internal:5432' : 'mysql://db.internal:3306'})]/[(${#names.snake(project_name)})]"
database_username = "[(${#names.snake(project_name)})]"
[/]

quota = {
  cpu    = "[(${database == 'h2' ? 8 : #numbers.max(8, (250 * (#numbers.max(min_replicas, max_replicas) + 2) + 999) / 1000)})]"
  memory = "[(${#numbers.max(16, ((database == 'h2' ? 2 : #numbers.max(min_replicas, max_replicas) + 2) * memory_mb + 1023) / 1024)})]Gi"
  pods   = [(${database == 'h2' ? 20 : #numbers.max(20, #numbers.max(min_replicas, max_replicas) + 2)})]
}
