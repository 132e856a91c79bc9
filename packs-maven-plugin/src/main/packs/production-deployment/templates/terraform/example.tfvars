context     = "production"
environment = "production"
[# th:unless="${database == 'h2'}"]

# The password is not written here: TF_VAR_database_password
database_url      = "jdbc:[(${database == 'postgres' ? 'postgresql://db.internal:5432' : 'mysql://db.internal:3306'})]/[(${#names.snake(project_name)})]"
database_username = "[(${#names.snake(project_name)})]"
[/]

quota = {
  cpu    = "8"
  memory = "16Gi"
  pods   = 20
}
