terraform {
  required_version = ">= 1.9"

  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 3.0"
    }
  }

  # Where the state is kept is for you to choose: it holds the secrets.
  # backend "s3" {}
}
