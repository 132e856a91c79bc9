variable "kubeconfig" {
  description = "The file with the access to the cluster"
  type        = string
  default     = "~/.kube/config"
}

variable "context" {
  description = "The cluster's name in that file"
  type        = string
}

variable "environment" {
  description = "Which of the overlays in deploy/kubernetes is prepared"
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "The environment is staging or production."
  }
}

variable "database_url" {
  description = "The database's JDBC URL"
  type        = string

  validation {
    condition     = startswith(var.database_url, "jdbc:mysql://")
    error_message = "The URL starts with jdbc:mysql://."
  }
}

variable "database_username" {
  description = "The service's user of the database"
  type        = string
}

variable "database_password" {
  description = "That user's password; set it as TF_VAR_database_password"
  type        = string
  sensitive   = true
}

variable "quota" {
  description = "What all instances together may ask for; during a deployment there is one more than scaling.yaml allows"
  type = object({
    cpu    = string
    memory = string
    pods   = number
  })
  default = {
    cpu    = "8"
    memory = "16Gi"
    pods   = 20
  }
}
